import type { FrozenFigures } from "@anji/figures";
import { arabicDay, arabicMonth, type Block, heading, paragraph, plainLine } from "@anji/official-documents";
import {
  classificationBlocks,
  narrated,
  progressSentence,
  prose,
  settledSentence,
  statusBlocks,
  totalSentence,
} from "./figure-sentences.ts";
import type { MonthlyReportContent } from "./monthly-report-content.ts";
import { rollForwardBlocks } from "./roll-forward-table.ts";

const NOTHING_TO_ADD = "本月无其他需要说明的事项。";

/** The body of a monthly report: every figure from the frozen ledger, every other word from the text boxes. */
export function monthlyReportBlocks(content: MonthlyReportContent): Block[] {
  const { figures, narrative } = content;
  return [
    paragraph(openingSentence(content)),
    heading(1, "工作进展情况"),
    paragraph(`目前处于${plainLine(content.phaseName)}阶段。${progressSentence(content)}`),
    ...narrated(narrative.situation, NOTHING_TO_ADD),
    heading(1, "主要做法"),
    ...narrated(narrative.practice, NOTHING_TO_ADD),
    heading(1, "发现的问题"),
    heading(2, "总体情况"),
    paragraph(`${newSentence(content)}${totalSentence(figures, content.cutOffOn)}`),
    heading(2, "分类情况"),
    ...classificationBlocks(figures),
    heading(2, "需要说明的问题"),
    ...narrated(narrative.problems, NOTHING_TO_ADD),
    heading(1, "处理和整改情况"),
    heading(2, "本期处理情况"),
    paragraph(monthSentence(figures)),
    heading(2, "累计处理情况"),
    paragraph(settledSentence(figures)),
    ...statusBlocks(figures),
    ...rollForwardBlocks(figures.rollForward, []),
    heading(2, "采取的措施"),
    ...narrated(narrative.handling, NOTHING_TO_ADD),
    heading(1, "意见和建议"),
    ...narrated(narrative.suggestions, NOTHING_TO_ADD),
    ...(content.isNil ? [paragraph(responsibilityStatement(content))] : []),
    paragraph("特此报告。"),
  ];
}

/** 零报告 is signed with a statement of who is responsible for it. */
export function responsibilityStatement(content: MonthlyReportContent): string {
  const people = [
    ["填报人", content.maker],
    ["审核人", content.reviewer],
    ["签发人", content.signer],
  ]
    .flatMap(([duty = "", name = ""]) => (plainLine(name) === "" ? [] : [`${duty}${plainLine(name)}`]))
    .join("、");
  return `本报告为零报告。${people}已对本月自查情况逐项核实，对零报告的真实性、完整性负责；如有隐瞒问题、弄虚作假，依纪依法承担责任。`;
}

function openingSentence(content: MonthlyReportContent): string {
  const unit = plainLine(content.unitName);
  const month = arabicMonth(content.month);
  return `现将${unit}${month}${plainLine(content.campaignName)}工作情况报告如下（数据截至${arabicDay(content.cutOffOn)}）。`;
}

function newSentence({ isNil, figures }: MonthlyReportContent): string {
  const { found } = figures.thisMonth;
  return isNil
    ? "经自查，本月没有发现新的问题（零报告）。"
    : `本期新发现问题${found.count}个，涉及金额${prose(found.amount)}。`;
}

function monthSentence({ thisMonth }: FrozenFigures): string {
  return [
    `本期追回${prose(thisMonth.recovered)}，同级政府偿还${prose(thisMonth.repaid)}，`,
    `调账纠正${prose(thisMonth.rebooked)}，核销${prose(thisMonth.writtenOff)}；销号${thisMonth.closedCount}个。`,
  ].join("");
}
