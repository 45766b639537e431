import { CHANNELS } from "@anji/findings";
import { halfWidth } from "@anji/kernel";

export type LedgerColumn = {
  readonly field: string;
  readonly header: string;
  /** The merged header above it, when it shares one with its neighbours. */
  readonly group: string | null;
  /** Other headers of the same column in files from elsewhere. */
  readonly aliases: readonly string[];
  readonly width: number;
  /** An optional text that no other check uses. */
  readonly isNote?: true;
};

/** The ledger's columns in the order of the template. A sheet may order them otherwise: the header names decide. */
export const LEDGER_COLUMNS = [
  { field: "no", header: "序号", group: null, aliases: ["编号"], width: 6 },
  { field: "project", header: "项目名称", group: null, aliases: ["检查审计项目"], width: 30, isNote: true },
  { field: "noticeNo", header: "整改通知书", group: null, aliases: ["整改通知书文号"], width: 20, isNote: true },
  { field: "auditedBody", header: "被审计单位", group: null, aliases: ["被检查单位"], width: 24, isNote: true },
  { field: "city", header: "市", group: "所属单位", aliases: ["设区市", "所属市"], width: 12 },
  { field: "county", header: "县（市、区）", group: "所属单位", aliases: ["县", "县区", "所属县"], width: 18 },
  { field: "unitCode", header: "代码", group: "所属单位", aliases: ["单位代码", "区划代码"], width: 10 },
  { field: "fundLine", header: "险种", group: null, aliases: ["基金险种"], width: 26 },
  { field: "category", header: "问题类别", group: null, aliases: [], width: 12 },
  { field: "kind", header: "问题种类", group: null, aliases: [], width: 30 },
  { field: "occurrence", header: "发生时间", group: null, aliases: ["问题发生时间"], width: 14 },
  { field: "discoveredOn", header: "发现时间", group: null, aliases: ["问题发现时间"], width: 14 },
  { field: "summary", header: "问题摘要", group: null, aliases: ["主要问题"], width: 46 },
  { field: "basis", header: "定性依据", group: null, aliases: [], width: 30, isNote: true },
  { field: "responsibleUnit", header: "责任单位", group: null, aliases: [], width: 30 },
  { field: "found", header: "涉及金额", group: "金额（万元）", aliases: ["问题金额"], width: 18 },
  { field: "recovered", header: "追回纠正", group: "金额（万元）", aliases: [], width: 18 },
  { field: "repaid", header: "同级政府归还", group: "金额（万元）", aliases: [], width: 18 },
  { field: "rebooked", header: "调账补记", group: "金额（万元）", aliases: [], width: 18 },
  { field: "writtenOff", header: "核销", group: "金额（万元）", aliases: [], width: 18 },
  { field: "outstanding", header: "尚未整改", group: "金额（万元）", aliases: [], width: 18 },
  { field: "rectificationKind", header: "整改类型", group: null, aliases: [], width: 12 },
  { field: "measures", header: "整改措施", group: null, aliases: [], width: 30, isNote: true },
  { field: "dueOn", header: "完成时间", group: null, aliases: ["完成时限", "整改期限"], width: 14 },
  { field: "department", header: "责任部门", group: null, aliases: [], width: 16, isNote: true },
  { field: "responsiblePerson", header: "责任人", group: null, aliases: [], width: 12, isNote: true },
  { field: "advice", header: "整改建议", group: null, aliases: [], width: 30, isNote: true },
  { field: "means", header: "处理手段", group: null, aliases: [], width: 14 },
  { field: "demonstrationNote", header: "演示项", group: null, aliases: [], width: 16, isNote: true },
  { field: "source", header: "来源", group: null, aliases: [], width: 40, isNote: true },
  { field: "externalNo", header: "内部编号", group: null, aliases: [], width: 16, isNote: true },
  { field: "remark", header: "备注", group: null, aliases: [], width: 24, isNote: true },
] as const satisfies readonly LedgerColumn[];

export type LedgerField = (typeof LEDGER_COLUMNS)[number]["field"];
const LEDGER_FIELDS: readonly LedgerField[] = LEDGER_COLUMNS.map((column) => column.field);

/** The amounts of a sheet. 核减 is no column: a sheet carries what is found after it. */
export const AMOUNT_FIELDS = ["found", ...CHANNELS, "outstanding"] as const;
export type AmountField = (typeof AMOUNT_FIELDS)[number];

/** One value for each amount of a sheet. */
export function eachAmountField<Value>(
  valueOf: (key: `${AmountField}Fen`) => Value,
): Record<`${AmountField}Fen`, Value> {
  const entries = AMOUNT_FIELDS.map((field) => [`${field}Fen`, valueOf(`${field}Fen`)]);
  return Object.fromEntries(entries) as Record<`${AmountField}Fen`, Value>; // each key is among them
}

export type NoteField = Extract<(typeof LEDGER_COLUMNS)[number], { readonly isNote: true }>["field"];
const isNoteField = (field: LedgerField): field is NoteField =>
  LEDGER_COLUMNS.some((column) => column.field === field && "isNote" in column);
export const NOTE_FIELDS = LEDGER_FIELDS.filter(isNoteField);

/** The columns that are columns of a finding, under the same name. */
export type StatedField = Exclude<LedgerField, AmountField | "no" | "city" | "county" | "occurrence">;
const NOT_STATED: readonly LedgerField[] = [...AMOUNT_FIELDS, "no", "city", "county", "occurrence"];
export const STATED_FIELDS = LEDGER_FIELDS.filter((field): field is StatedField => !NOT_STATED.includes(field));

/** Without these columns a sheet is no ledger. */
export const NEEDED_FIELDS = [
  "no",
  "fundLine",
  "kind",
  "occurrence",
  "discoveredOn",
  "summary",
  "responsibleUnit",
  "found",
] as const satisfies readonly LedgerField[];

const HEADERS: ReadonlyMap<LedgerField, string> = new Map(
  LEDGER_COLUMNS.map((column) => [column.field, column.header]),
);

/** The sheet's own name of the column. */
export function headerOf(field: LedgerField): string {
  return HEADERS.get(field) ?? field;
}

const FIELD_OF_HEADER: ReadonlyMap<string, LedgerField> = new Map(
  LEDGER_COLUMNS.flatMap((column) =>
    [column.header, ...column.aliases].map((header) => [plainHeader(header), column.field] as const),
  ),
);

export function fieldOfHeader(text: string): LedgerField | null {
  return FIELD_OF_HEADER.get(plainHeader(text)) ?? null;
}

/** A header without blanks, required marks and its unit: "* 涉及金额（万元）" → "涉及金额". */
function plainHeader(text: string): string {
  return halfWidth(text).replaceAll(/^\*|\*$|\((?:万元|元|万|亿元)\)$/g, "");
}

const UNIT_CHARACTERS_MAX = 20;

/** The unit a header states in brackets, or null. */
export function unitInHeader(text: string): string | null {
  return (
    /\((?:(?:金额)?单位:)?(元|千元|万|万元|亿|亿元)\)\*?$/.exec(halfWidth(text).slice(-UNIT_CHARACTERS_MAX))?.[1] ??
    null
  );
}
