import { assertFiguresAddUp } from "@anji/figures";
import { arabicDay, type Block, heading, type OfficialDocument, paragraph, plainLine } from "@anji/official-documents";
import { officialDocumentDocx } from "@anji/official-documents/docx";
import {
  classificationBlocks,
  correctedSentence,
  figureAttachments,
  narrated,
  progressSentence,
  settledSentence,
  statusBlocks,
  totalSentence,
} from "./figure-sentences.ts";
import { bodySegments, remarkLine, witnessLine } from "./report-phrases.ts";
import { rollForwardBlocks } from "./roll-forward-table.ts";
import type { SummaryReportContent } from "./summary-report-content.ts";

const NOTHING_TO_ADD = "无其他需要说明的事项。";

/** 各市领导小组对专项治理工作要进行认真总结，于2009年9月底前报送省领导小组 */
export function summaryReportDocx(content: SummaryReportContent): Promise<Uint8Array> {
  assertFiguresAddUp(content.figures);
  return officialDocumentDocx(summaryReportDocument(content));
}

export function summaryReportDocument(content: SummaryReportContent): OfficialDocument {
  return {
    profile: content.profile,
    issuingBody: content.issuingBody,
    documentNo: content.documentNo,
    signer: content.signer,
    titleSegments: [...bodySegments(content.issuingBody), "关于", plainLine(content.campaignName), "工作的总结报告"],
    addressee: content.addressee,
    blocks: summaryReportBlocks(content),
    attachments: figureAttachments(content.figures, content.attachments),
    signedOn: content.signedOn,
    remark: remarkLine(content),
    subjectWords: ["社会保险", "基金", "专项治理", "总结", "报告"],
    copiesTo: null,
    witness: witnessLine(content),
    frozenAt: content.cutOffAt,
  };
}

function summaryReportBlocks(content: SummaryReportContent): Block[] {
  const { figures, narrative } = content;
  return [
    paragraph(
      `${arabicDay(content.startsOn)}至${arabicDay(content.cutOffOn)}，${plainLine(content.unitName)}开展了${plainLine(content.campaignName)}工作。现将有关情况总结报告如下。`,
    ),
    heading(1, "总体情况"),
    paragraph(progressSentence(content)),
    ...waivedBlocks(content),
    ...narrated(narrative.situation, NOTHING_TO_ADD),
    heading(1, "主要做法"),
    ...narrated(narrative.practice, NOTHING_TO_ADD),
    heading(1, "发现的问题"),
    paragraph(totalSentence(figures, content.cutOffOn)),
    ...classificationBlocks(figures),
    ...narrated(narrative.problems, NOTHING_TO_ADD),
    heading(1, "整改成效"),
    heading(2, "资金处理情况"),
    paragraph(`${settledSentence(figures)}${correctedSentence(figures)}`),
    ...statusBlocks(figures),
    ...rollForwardBlocks(figures.rollForward, content.cities),
    heading(2, "取得的成效"),
    ...narrated(narrative.results, NOTHING_TO_ADD),
    heading(1, "监管现状评价"),
    ...narrated(narrative.appraisal, NOTHING_TO_ADD),
    heading(1, "意见建议"),
    ...narrated(narrative.suggestions, NOTHING_TO_ADD),
    paragraph("特此报告。"),
  ];
}

/** 未报送总结的市: named with what was approved, since the report rests on the summaries of the others. */
function waivedBlocks({ waived }: SummaryReportContent): Block[] {
  if (waived.length === 0) return [];
  const names = waived.map(({ unitName, kind, expiresOn, documentNo }) => {
    const what = kind === "exemption" ? "经批准免除报送" : `经批准延期至${arabicDay(expiresOn)}报送`;
    return `${plainLine(unitName)}（${what}，${plainLine(documentNo ?? "")}）`;
  });
  return [paragraph(`以下${waived.length}个市未报送总结报告：${names.join("、")}。`)];
}
