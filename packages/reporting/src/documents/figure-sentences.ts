import type { FigureLine, LedgerFigures } from "@anji/figures";
import { fen, proseText, sumFen } from "@anji/kernel";
import {
  arabicDay,
  type Attachment,
  type Block,
  heading,
  paragraph,
  paragraphsOf,
  plainLine,
} from "@anji/official-documents";
import { STATUS_NAMES } from "./figure-names.ts";
import { breakdownTable, statusTable } from "./figure-table.ts";

/** An amount in running text: 亿元 from one 亿 upwards, otherwise 万元. */
export function prose(amount: string): string {
  return proseText(fen(amount));
}

/** The paragraphs of a text box, or the sentence that says there is nothing to add. */
export function narrated(text: string, nothingToAdd: string): Block[] {
  const paragraphs = paragraphsOf(text);
  return (paragraphs.length === 0 ? [nothingToAdd] : paragraphs).map(paragraph);
}

export function progressSentence(content: {
  figures: LedgerFigures;
  completeness: { reported: number; of: number };
}): string {
  const { figures, completeness } = content;
  const missing = completeness.of - completeness.reported;
  return [
    `应自查单位${figures.selfCheck.total}个，已完成自查${figures.selfCheck.done}个；`,
    `已成立领导小组${figures.groups.established}个，已报送具体方案${figures.groups.implementingPlanFiled}个。`,
    `应报送数据单位${completeness.of}个，已报送${completeness.reported}个`,
    missing > 0 ? `，尚有${missing}个单位未报，本报告为不完全统计。` : "。",
  ].join("");
}

export function totalSentence(figures: LedgerFigures, cutOffOn: string): string {
  const { count, found, reduced } = figures.total;
  const reduction = fen(reduced) === 0n ? "" : `（已核减${prose(reduced)}）`;
  return `截至${arabicDay(cutOffOn)}，累计发现问题${count}个，涉及金额${prose(found)}${reduction}。`;
}

/** The sums by category and by fund, in a sentence and in 表1 and 表2. */
export function classificationBlocks(figures: LedgerFigures): Block[] {
  const { byCategory, byFund, total } = figures;
  if (byCategory.length === 0 && byFund.length === 0) return [paragraph("截至目前，没有登记在册的问题。")];
  return [
    paragraph(`按问题类别分：${enumeration(byCategory)}。按基金分：${enumeration(byFund)}。`),
    ...breakdownTable({ caption: "表1　分类别问题及整改情况", firstColumn: "问题类别", lines: byCategory, total }),
    ...breakdownTable({ caption: "表2　分基金问题及整改情况", firstColumn: "基金", lines: byFund, total }),
  ];
}

export function settledSentence({ total }: LedgerFigures): string {
  return [
    `累计追回${prose(total.recovered)}，同级政府偿还${prose(total.repaid)}，调账纠正${prose(total.rebooked)}，`,
    `核销${prose(total.writtenOff)}（核销单列，不计入整改成效），尚未整改${prose(total.outstanding)}。`,
  ].join("");
}

/** The rectified share of the amount found, in whole percent, rounded down so that it is never too high. */
export function correctedSentence({ total }: LedgerFigures): string {
  const corrected = sumFen([fen(total.recovered), fen(total.repaid), fen(total.rebooked)]);
  const found = fen(total.found);
  const share = found === 0n ? "" : `，占查出金额的${(corrected * 100n) / found}%`;
  return `追回、偿还和调账纠正合计${proseText(corrected)}${share}。`;
}

/** The progress of rectification, in a sentence and in 表3. */
export function statusBlocks(figures: LedgerFigures): Block[] {
  const states = figures.byStatus
    .map((line) => `${STATUS_NAMES[line.status]}${line.count}个、${prose(line.found)}`)
    .join("，");
  const plans = `已制定整改计划${figures.plannedCount}个，超过期限${figures.overdueCount}个。`;
  return [
    heading(2, "整改状态"),
    paragraph(states === "" ? plans : `${states}。${plans}`),
    ...statusTable({ caption: "表3　整改状态", lines: figures.byStatus, total: figures.total }),
  ];
}

/** The detailed tables are the first attachments. */
export function figureAttachments(figures: LedgerFigures, others: readonly string[]): Attachment[] {
  const own = [
    { title: "分地区（单位）问题及整改情况表", firstColumn: "地区（单位）", lines: figures.byUnit },
    { title: "分问题种类问题及整改情况表", firstColumn: "问题种类", lines: figures.byKind },
  ].filter((attachment) => attachment.lines.length > 0);
  return [
    ...own.map(({ title, firstColumn, lines }) => ({
      title,
      blocks: breakdownTable({ caption: "", firstColumn, lines: lines.map(withKey), total: figures.total }),
    })),
    ...others
      .map(plainLine)
      .filter((title) => title !== "")
      .map((title) => ({ title, blocks: [] })),
  ];
}

function enumeration(lines: readonly FigureLine[]): string {
  return lines.map((line) => `${plainLine(line.name)}${line.count}个、${prose(line.found)}`).join("；");
}

/** Names repeat across units and kinds; the code beside the name makes them unique. */
function withKey(line: FigureLine): FigureLine {
  return { ...line, name: `${plainLine(line.name)}（${plainLine(line.key)}）` };
}
