import { columnLetters } from "@anji/workbook";
import { drawnSheet, row, type WrittenSheet } from "@anji/workbook/writing";

import { LEDGER_COLUMNS, NEEDED_FIELDS, type LedgerField } from "../ledger-columns.ts";
import { RECTIFICATION_KIND_NAMES, type LedgerCatalogue } from "../ledger-catalogue.ts";
import { ledgerLayout } from "./ledger-layout.ts";
import type { LedgerNames } from "./ledger-row-xml.ts";
import { STYLES } from "./ledger-styles.ts";

const GUIDE_SHEET = "填表说明";
const LISTS_SHEET = "字典";

const GENERAL_ADVICE = [
  "一行填写一个问题。不要改动第 1 至 4 行；列的顺序可以调整，表头名称不能改。",
  "金额以万元为单位，最多六位小数（到分）：涉及金额 = 追回纠正 + 同级政府归还 + 调账补记 + 核销 + 尚未整改。尚未整改留空的，按余额计。",
  "时间写成 2008-09-30；只知道年月或年份的，写 2008年9月 或 2008年，不要补造日期。",
  "单位以代码为准，代码见“字典”表；市本级的问题填市的代码。重名的县（市、区）必须填代码或所属市。",
  "小计、合计、空行和落款不作为问题读入。金额单元格不要合并。",
  "险种、问题类别、问题种类从下拉列表选择；各种类适用的险种以专项治理目录为准。",
];

const ADVICE: Partial<Record<LedgerField, string>> = {
  no: "从 1 起的整数",
  project: "检查、审计项目的名称；同一项目可以向下合并",
  city: "设区市全称；省本级填省名",
  county: "县（市、区）全称；市的问题填“市本级”",
  unitCode: "六位区划代码，见“字典”表；与市、县名称须一致",
  fundLine: "从下拉列表选择",
  category: "从下拉列表选择；留空时按问题种类",
  kind: "填代码、名称或两者，如“B10 挪用”",
  occurrence: "到日、月或年",
  discoveredOn: "到日",
  found: "万元；金额未公布的填 0",
  outstanding: "万元；留空按余额计",
  rectificationKind: Object.keys(RECTIFICATION_KIND_NAMES).join("、"),
  dueOn: "到日，可以晚于截止日期",
  means: "经济、行政、法律，一种或几种，用顿号隔开",
  externalNo: "本单位的编号，不得重复；再次导入时据此识别同一问题",
};

/** The instructions: the valid content of every column. */
export function guideSheet(): WrittenSheet {
  const needed: readonly string[] = [...NEEDED_FIELDS, "unitCode"];
  const rows = [
    ...GENERAL_ADVICE.map((advice, at) => [`${at + 1}. ${advice}`]),
    [],
    ["列名", "是否必填", "填写要求"],
    ...LEDGER_COLUMNS.map((column) => [
      column.header,
      needed.includes(column.field) ? "必填" : "",
      ADVICE[column.field] ?? "",
    ]),
  ];
  return textSheet({ name: GUIDE_SHEET, rows, widths: [30, 12, 60] });
}

/** The lists that the drop-downs offer, one list to a column, and the units with their codes. */
export function listsSheet(catalogue: LedgerCatalogue, names: LedgerNames): WrittenSheet {
  const { lists } = ledgerLists(catalogue, names);
  const length = Math.max(...lists.map((list) => list.values.length));
  const rows = [lists.map((list) => list.title)];
  for (let at = 0; at < length; at += 1) rows.push(lists.map((list) => list.values[at] ?? ""));
  return textSheet({ name: LISTS_SHEET, rows, widths: lists.map(() => 24) });
}

/** Each list with the range of cells it fills on its sheet. */
export function ledgerLists(catalogue: LedgerCatalogue, names: LedgerNames) {
  const units = catalogue.units.map((unit) => ({
    code: unit.code,
    ...(names.units.get(unit.code) ?? { city: "", county: "" }),
  }));
  const lists = [
    { title: "险种", values: [...names.funds.values()] },
    { title: "问题类别", values: [...names.categories.values()] },
    { title: "问题种类", values: [...names.kinds.values()] },
    { title: "整改类型", values: Object.keys(RECTIFICATION_KIND_NAMES) },
    { title: "单位代码", values: units.map((unit) => unit.code) },
    { title: "市", values: units.map((unit) => unit.city) },
    { title: "县（市、区）", values: units.map((unit) => unit.county) },
  ];
  const rangeOf = (title: string) => {
    const at = lists.findIndex((list) => list.title === title);
    const letter = columnLetters(at + 1);
    return `${LISTS_SHEET}!$${letter}$2:$${letter}$${(lists[at]?.values.length ?? 0) + 1}`;
  };
  return { lists, rangeOf };
}

function textSheet(options: {
  name: string;
  rows: readonly (readonly string[])[];
  widths: readonly number[];
}): WrittenSheet {
  const { name, widths } = options;
  const columns = widths.map((width) => ({ width, style: null, isHidden: false }));
  const rows = options.rows.map((texts) =>
    row(texts.map((text) => (text === "" ? null : { kind: "text", text, style: STYLES.blankText }))),
  );
  return drawnSheet({ name, layout: ledgerLayout({ columns, frozen: { columns: 0, rows: 0 } }), rows: () => rows });
}
