import {
  bytesOf,
  coreProperties,
  drawnSheet,
  mergedRow,
  row,
  workbookParts,
  writeOfficeFile,
  type WrittenSheet,
} from "@anji/workbook/writing";

import { assertFiguresAddUp } from "@anji/figures";
import { arabicDay, arabicMonth, plainLine } from "@anji/official-documents";
import { STATUS_NAMES } from "./figure-names.ts";
import { LedgerSums } from "./ledger-sums.ts";
import { monthlyDetailSheet } from "./monthly-detail-sheet.ts";
import { monthlyFiguresSheet } from "./monthly-figures-sheet.ts";
import type { MonthlyFindingRow, MonthlyReportContent } from "./monthly-report-content.ts";
import { rollForwardSheet } from "./roll-forward-sheet.ts";
import { textCell } from "./workbook/cell.ts";
import { reportLayout } from "./workbook/report-layout.ts";
import { REPORT_STYLES } from "./workbook/workbook-styles.ts";

/** The monthly report's workbook: 月报表 added up by formulas from 问题明细, and 填表说明. */
export async function monthlyReportXlsx(options: {
  content: MonthlyReportContent;
  rows: Iterable<MonthlyFindingRow> | AsyncIterable<MonthlyFindingRow>;
}): Promise<Uint8Array> {
  const { content, rows } = options;
  assertFiguresAddUp(content.figures);
  const sums = new LedgerSums();
  const detail = monthlyDetailSheet(rows, sums);
  const sheets = [
    monthlyFiguresSheet({ content, sums, detail }),
    rollForwardSheet(content),
    detail.sheet,
    notesSheet(content),
  ];
  const propertiesXml = coreProperties({
    title: plainLine(`${content.unitName}${arabicMonth(content.month)}${content.campaignName}工作情况月报表`),
    creator: plainLine(content.issuingBody),
    frozenAt: content.cutOffAt,
  });
  return bytesOf(writeOfficeFile(workbookParts({ sheets, stylesXml: REPORT_STYLES.xml, propertiesXml })));
}

const NOTES_LAYOUT = reportLayout({ columnWidths: [18, 90], frozenRows: 0, isLandscape: false });

function notesSheet(content: MonthlyReportContent): WrittenSheet {
  const notes: [string, string][] = [
    ["数据来源", "全部数字由问题台账在数据截止时点冻结生成，不能手工填写；与正式报告一致。"],
    ["数据截止", arabicDay(content.cutOffOn)],
    [
      "报送情况",
      `应报送${content.completeness.of}个，已报送${content.completeness.reported}个${content.completeness.reported < content.completeness.of ? "，为不完全统计" : ""}。`,
    ],
    [
      "金额单位",
      "万元，保存到分（六位小数）；月报表显示两位小数，合计由分计算后再四舍五入，显示的分项之和可能与合计不一致。",
    ],
    ["勾稽关系", "查出金额＝已追回＋政府偿还＋调账纠正＋核销＋尚未整改。核销单列，不计入整改成效。"],
    [
      "增减变动",
      "期初＋本期新增＋更正－核减－追回－同级归还－调账－核销＝期末。期初为最近一期已接收月报的期末；问题改变基金、类别、单位的，以更正从原行转出、转入新行。",
    ],
    ["问题数", "一个问题涉及多项的，分项分别计数，合计只计一次。"],
    ["公式", "月报表的金额由公式从问题明细汇总，合计由公式计算，可以重新计算核对。"],
    ["办理状态", Object.values(STATUS_NAMES).join("、")],
    ["零报告", content.isNil ? "本月没有发现新的问题，实行零报告。" : "否"],
    ["报送时限", `应于${arabicDay(content.dueOn)}前报送${content.isLate ? "，迟报" : ""}`],
    ["填报人", content.maker],
    ["审核人", content.reviewer],
    ["签发人", content.signer],
    ["联系人", content.contact],
    ["审计链头", content.chainHead ?? "无"],
  ];
  const rows = [
    mergedRow({ cell: textCell("填表说明", "title"), columns: 2, height: 30 }),
    ...notes.map(([name, text]) => ({ ...row([textCell(name, "head"), textCell(text, "text")]), height: 36 })),
  ];
  return drawnSheet({ name: "填表说明", layout: NOTES_LAYOUT, rows: () => rows });
}
