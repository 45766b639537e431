import { fen, proseText } from "@anji/kernel";

import { heading, paragraph, type Block } from "./blocks.ts";
import { arabicDay, arabicMonth } from "./document-dates.ts";
import { breakdownTable, statusTable } from "./figure-table.ts";
import { STATUS_NAMES, type FigureLine, type MonthlyFigures } from "./figures.ts";
import type { MonthlyReportContent } from "./monthly-report-content.ts";
import type { Attachment } from "./official-document-content.ts";
import { paragraphsOf, plainLine } from "./plain-text.ts";

const NOTHING_TO_ADD = "本月无其他需要说明的事项。";

/** The body of a monthly report: every figure from the frozen ledger, every other word from the text boxes. */
export function monthlyReportBlocks(content: MonthlyReportContent): Block[] {
  const { narrative } = content;
  return [
    paragraph(openingSentence(content)),
    heading(1, "工作进展情况"),
    paragraph(progressSentence(content)),
    ...narrated(narrative.situation),
    heading(1, "主要做法"),
    ...narrated(narrative.practice),
    heading(1, "发现的问题"),
    ...problemBlocks(content),
    heading(1, "处理和整改情况"),
    ...handlingBlocks(content),
    heading(1, "意见和建议"),
    ...narrated(narrative.suggestions),
    ...(content.isNil ? [paragraph(responsibilityStatement(content))] : []),
    paragraph("特此报告。"),
  ];
}

/** The detailed tables travel as attachments before whatever else is sent along. */
export function monthlyReportAttachments(content: MonthlyReportContent): Attachment[] {
  const { figures } = content;
  const own = [
    { title: "分地区（单位）问题及整改情况表", firstColumn: "地区（单位）", lines: figures.byUnit },
    { title: "分问题种类问题及整改情况表", firstColumn: "问题种类", lines: figures.byKind },
  ].filter((attachment) => attachment.lines.length > 0);
  return [
    ...own.map(({ title, firstColumn, lines }) => ({
      title,
      blocks: breakdownTable({ caption: "", firstColumn, lines: lines.map(withKey), total: figures.total }),
    })),
    ...content.attachments.map(plainLine).filter((title) => title !== "").map((title) => ({ title, blocks: [] })),
  ];
}

/** 经自查未发现问题的，实行零报告 */
export function responsibilityStatement(content: MonthlyReportContent): string {
  const people = `填报人${plainLine(content.maker)}、审核人${plainLine(content.reviewer)}、签发人${plainLine(content.signer)}`;
  return `本报告为零报告。${people}已对本月自查情况逐项核实，对零报告的真实性、完整性负责；如有隐瞒问题、弄虚作假，依纪依法承担责任。`;
}

function openingSentence(content: MonthlyReportContent): string {
  const unit = plainLine(content.unitName);
  const month = arabicMonth(content.month);
  return `现将${unit}${month}${plainLine(content.campaignName)}工作情况报告如下（数据截至${arabicDay(content.cutOffOn)}）。`;
}

function progressSentence(content: MonthlyReportContent): string {
  const { figures, completeness } = content;
  const missing = completeness.of - completeness.reported;
  const reach = missing > 0 ? `，尚有${missing}个单位未报，本报告为不完全统计` : "";
  return [
    `目前处于${plainLine(content.phaseName)}阶段。`,
    `应自查单位${figures.selfCheck.total}个，已完成自查${figures.selfCheck.done}个；`,
    `已成立领导小组${figures.groups.established}个，已报送具体方案${figures.groups.planFiled}个。`,
    `应报送数据单位${completeness.of}个，已报送${completeness.reported}个${reach}。`,
  ].join("");
}

function problemBlocks(content: MonthlyReportContent): Block[] {
  const { figures } = content;
  return [
    heading(2, "总体情况"),
    paragraph(foundSentence(content)),
    heading(2, "分类情况"),
    paragraph(
      figures.byCategory.length === 0 && figures.byFund.length === 0
        ? "截至目前，没有登记在册的问题。"
        : `按问题类别分：${enumeration(figures.byCategory)}。按基金分：${enumeration(figures.byFund)}。`,
    ),
    ...breakdownTable({ caption: "表1　分类别问题及整改情况", firstColumn: "问题类别", lines: figures.byCategory, total: figures.total }),
    ...breakdownTable({ caption: "表2　分基金问题及整改情况", firstColumn: "基金", lines: figures.byFund, total: figures.total }),
    heading(2, "需要说明的问题"),
    ...narrated(content.narrative.problems),
  ];
}

function foundSentence(content: MonthlyReportContent): string {
  const { found } = content.figures.thisMonth;
  const { total } = content.figures;
  const month = content.isNil
    ? "经自查，本月没有发现新的问题（零报告）。"
    : `本月新发现问题${found.count}个，涉及金额${prose(found.amount)}。`;
  return `${month}截至${arabicDay(content.cutOffOn)}，累计发现问题${total.count}个，涉及金额${prose(total.found)}。`;
}

function handlingBlocks(content: MonthlyReportContent): Block[] {
  const { figures } = content;
  return [
    heading(2, "本月处理情况"),
    paragraph(monthSentence(figures)),
    heading(2, "累计处理情况"),
    paragraph(settledSentence(figures)),
    heading(2, "整改状态"),
    paragraph(statusSentence(figures)),
    ...statusTable({ caption: "表3　整改状态", lines: figures.byStatus, total: figures.total }),
    heading(2, "采取的措施"),
    ...narrated(content.narrative.handling),
  ];
}

function monthSentence({ thisMonth }: MonthlyFigures): string {
  return [
    `本月追回${prose(thisMonth.recovered)}，同级政府偿还${prose(thisMonth.repaid)}，`,
    `调账纠正${prose(thisMonth.rebooked)}，核销${prose(thisMonth.writtenOff)}；销号${thisMonth.closedCount}个。`,
  ].join("");
}

function settledSentence({ total }: MonthlyFigures): string {
  return [
    `累计追回${prose(total.recovered)}，同级政府偿还${prose(total.repaid)}，调账纠正${prose(total.rebooked)}，`,
    `核销${prose(total.writtenOff)}（核销单列，不计入整改成效），尚未整改${prose(total.outstanding)}。`,
  ].join("");
}

function statusSentence(figures: MonthlyFigures): string {
  const states = figures.byStatus.map((line) => `${STATUS_NAMES[line.status]}${line.count}个、${prose(line.found)}`).join("，");
  const plans = `已制定整改计划${figures.plannedCount}个，超过期限${figures.overdueCount}个。`;
  return states === "" ? plans : `${states}。${plans}`;
}

function enumeration(lines: readonly FigureLine[]): string {
  return lines.map((line) => `${plainLine(line.name)}${line.count}个、${prose(line.found)}`).join("；");
}

/** Names repeat across units and kinds; the code beside the name tells them apart. */
function withKey(line: FigureLine): FigureLine {
  return { ...line, name: `${plainLine(line.name)}（${plainLine(line.key)}）` };
}

function prose(amount: string): string {
  return proseText(fen(amount));
}

function narrated(text: string): Block[] {
  const paragraphs = paragraphsOf(text);
  return (paragraphs.length === 0 ? [NOTHING_TO_ADD] : paragraphs).map(paragraph);
}
