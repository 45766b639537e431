import { assertFiguresAddUp } from "@anji/figures";
import { arabicMonth, type OfficialDocument, plainLine } from "@anji/official-documents";
import { officialDocumentDocx } from "@anji/official-documents/docx";
import { figureAttachments } from "./figure-sentences.ts";
import type { MonthlyReportContent } from "./monthly-report-content.ts";
import { monthlyReportBlocks } from "./monthly-report-text.ts";
import { bodySegments, remarkLine, witnessLine } from "./report-phrases.ts";

/** The monthly report (工作情况月报) as an official document that goes up to the province. */
export function monthlyReportDocx(content: MonthlyReportContent): Promise<Uint8Array> {
  assertFiguresAddUp(content.figures);
  return officialDocumentDocx(monthlyReportDocument(content));
}

export function monthlyReportDocument(content: MonthlyReportContent): OfficialDocument {
  return {
    profile: content.profile,
    issuingBody: content.issuingBody,
    documentNo: content.documentNo,
    signer: content.signer,
    titleSegments: [
      ...bodySegments(content.issuingBody),
      `关于${arabicMonth(content.month)}`,
      plainLine(content.campaignName),
      content.isNil ? "工作情况的报告（零报告）" : "工作情况的报告",
    ],
    addressee: content.addressee,
    blocks: monthlyReportBlocks(content),
    attachments: figureAttachments(content.figures, content.attachments),
    signedOn: content.signedOn,
    remark: remarkLine(content),
    subjectWords: ["社会保险", "基金", "专项治理", "报告"],
    copiesTo: null,
    witness: witnessLine(content),
    frozenAt: content.cutOffAt,
  };
}
