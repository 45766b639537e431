import { arabicDay, arabicMonth } from "./document-dates.ts";
import { assertFiguresAddUp } from "./figures.ts";
import type { MonthlyReportContent } from "./monthly-report-content.ts";
import { monthlyReportAttachments, monthlyReportBlocks } from "./monthly-report-text.ts";
import type { OfficialDocument } from "./official-document-content.ts";
import { officialDocumentDocx } from "./official-document.ts";
import { plainLine } from "./plain-text.ts";

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
    attachments: monthlyReportAttachments(content),
    signedOn: content.signedOn,
    remark: `填报人：${content.maker}；审核人：${content.reviewer}；联系人：${content.contact}`,
    subjectWords: ["社会保险", "基金", "专项治理", "报告"],
    copiesTo: null,
    witness: witnessLine(content),
    frozenAt: content.cutOffAt,
  };
}

/** A long body name may be broken before 领导小组, nowhere else. */
export function bodySegments(issuingBody: string): string[] {
  return plainLine(issuingBody).split(/(?=领导小组)/);
}

export function witnessLine(content: { cutOffOn: string; chainHead: string | null }): string {
  const cutOff = `数据截止：${arabicDay(content.cutOffOn)}`;
  return content.chainHead === null ? cutOff : `${cutOff}　审计链头：${content.chainHead}`;
}
