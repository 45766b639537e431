import {
  type AmountColumn,
  type FigureLine,
  type FrozenFigures,
  type RolledState,
  rollForward,
  type Tally,
} from "@anji/figures";
import { fen, ZERO_FEN } from "@anji/kernel";
import type { MonthlyFindingRow, MonthlyReportContent } from "../../src/documents/monthly-report-content.ts";

const FUNDS = {
  P1: "城镇企业职工养老保险基金",
  U: "失业保险基金",
  M1: "城镇职工基本医疗保险基金",
  B: "生育保险基金",
} as const;
const CATEGORIES = { A: "征缴", B: "支付", C: "账户与核算", D: "结余与安全" } as const;
const KINDS = {
  A3: "收入不按规定入账",
  B11: "欺诈套取",
  C4: "不按规定进行会计核算",
  D4: "历史遗留挤占挪用未解决",
} as const;

type Amounts = readonly [found: string, recovered: string, repaid: string, rebooked: string, outstanding: string];

function finding(options: {
  number: string;
  unit: readonly [code: string, name: string];
  fund: keyof typeof FUNDS;
  category: keyof typeof CATEGORIES;
  kind: keyof typeof KINDS;
  occurred: string;
  status: MonthlyFindingRow["status"];
  amounts: Amounts;
}): MonthlyFindingRow {
  const [found, recovered, repaid, rebooked, outstanding] = options.amounts;
  return {
    number: options.number,
    unitKey: options.unit[0],
    unitCode: options.unit[0],
    unitName: options.unit[1],
    fundKey: options.fund,
    fundName: FUNDS[options.fund],
    categoryKey: options.category,
    categoryName: CATEGORIES[options.category],
    kindKey: options.kind,
    kindName: KINDS[options.kind],
    occurred: options.occurred,
    status: options.status,
    found,
    recovered,
    repaid,
    rebooked,
    writtenOff: "0",
    outstanding,
    reduced: "0",
    stated: found,
  };
}

/** The seven findings of 廊坊市 (131000) in the demonstration ledger as of 2008-09-30. */
export const LANGFANG_ROWS: readonly MonthlyFindingRow[] = [
  finding({
    number: "131082-2008-0001",
    unit: ["131082", "三河市"],
    fund: "P1",
    category: "B",
    kind: "B11",
    occurred: "1996-12-31",
    status: "registered",
    amounts: ["18100000000", "0", "0", "0", "18100000000"],
  }),
  finding({
    number: "131000-2008-0001",
    unit: ["131000", "廊坊市本级"],
    fund: "M1",
    category: "D",
    kind: "D4",
    occurred: "1999-12-31",
    status: "classified",
    amounts: ["60000000000", "0", "0", "0", "60000000000"],
  }),
  finding({
    number: "131024-2008-0001",
    unit: ["131024", "香河县"],
    fund: "U",
    category: "A",
    kind: "A3",
    occurred: "2005",
    status: "rectifying",
    amounts: ["25000000000", "0", "0", "0", "25000000000"],
  }),
  finding({
    number: "131003-2008-0001",
    unit: ["131003", "广阳区"],
    fund: "P1",
    category: "D",
    kind: "D4",
    occurred: "1998-06",
    status: "rectifying",
    amounts: ["101800000000", "36260000000", "55040000000", "0", "10500000000"],
  }),
  finding({
    number: "131022-2008-0001",
    unit: ["131022", "固安县"],
    fund: "P1",
    category: "C",
    kind: "C4",
    occurred: "2007-12-31",
    status: "closed",
    amounts: ["215587840000", "215587840000", "0", "0", "0"],
  }),
  finding({
    number: "131022-2008-0002",
    unit: ["131022", "固安县"],
    fund: "M1",
    category: "C",
    kind: "C4",
    occurred: "2007-12-31",
    status: "rectifying",
    amounts: ["35435700000", "0", "0", "0", "35435700000"],
  }),
  finding({
    number: "131025-2008-0001",
    unit: ["131025", "大城县"],
    fund: "B",
    category: "C",
    kind: "C4",
    occurred: "2007-11-30",
    status: "awaitingAcceptance",
    amounts: ["126932390000", "0", "0", "126932390000", "0"],
  }),
];

export function tallyOf(rows: readonly MonthlyFindingRow[]): Tally {
  const sum = (column: AmountColumn): string => rows.reduce((total, row) => total + BigInt(row[column]), 0n).toString();
  return {
    count: new Set(rows.map((row) => row.number)).size,
    found: sum("found"),
    recovered: sum("recovered"),
    repaid: sum("repaid"),
    rebooked: sum("rebooked"),
    writtenOff: sum("writtenOff"),
    outstanding: sum("outstanding"),
    reduced: sum("reduced"),
    stated: sum("stated"),
  };
}

function linesBy(
  rows: readonly MonthlyFindingRow[],
  key: (row: MonthlyFindingRow) => readonly [key: string, name: string],
): FigureLine[] {
  const names = new Map(rows.map((row) => key(row)));
  return [...names]
    .map(([value, name]) => ({ key: value, name, ...tallyOf(rows.filter((row) => key(row)[0] === value)) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

export function figuresOf(rows: readonly MonthlyFindingRow[]): FrozenFigures {
  const total = tallyOf(rows);
  const statuses = ["registered", "classified", "rectifying", "awaitingAcceptance", "closed"] as const;
  return {
    selfCheck: { done: 9, total: 11, found: 6, nil: 3, missing: 2, late: 0 },
    groups: { established: 11, implementingPlanFiled: 10 },
    total,
    thisMonth: {
      found: { count: total.count, amount: total.found },
      recovered: total.recovered,
      repaid: total.repaid,
      rebooked: total.rebooked,
      writtenOff: total.writtenOff,
      reduced: total.reduced,
      closedCount: rows.filter((row) => row.status === "closed").length,
    },
    byCategory: linesBy(rows, (row) => [row.categoryKey, row.categoryName]),
    byFund: linesBy(rows, (row) => [row.fundKey, row.fundName]),
    byKind: linesBy(rows, (row) => [row.kindKey, row.kindName]),
    byUnit: linesBy(rows, (row) => [row.unitCode, row.unitName]),
    byStatus: statuses.map((status) => {
      const held = tallyOf(rows.filter((row) => row.status === status));
      return { status, count: held.count, found: held.found };
    }),
    overdueCount: 1,
    plannedCount: 4,
    rollForward: rolled(rows),
  };
}

/** Rows that are all new since the opening. */
function rolled(rows: readonly MonthlyFindingRow[]) {
  const since = {
    reduced: ZERO_FEN,
    recovered: ZERO_FEN,
    repaid: ZERO_FEN,
    rebooked: ZERO_FEN,
    writtenOff: ZERO_FEN,
  };
  const names = new Map(
    rows.flatMap((row) => [
      [row.fundKey, row.fundName],
      [row.categoryKey, row.categoryName],
      [row.unitCode, row.unitName],
    ]),
  );
  const pairs = rows.map((row) => ({ before: null, after: stateOf(row), isNew: true, since }));
  return rollForward(pairs, (_, key) => names.get(key) ?? key);
}

function stateOf(row: MonthlyFindingRow): RolledState {
  return {
    fundLine: row.fundKey,
    category: row.categoryKey,
    unitKey: row.unitCode,
    stated: fen(row.stated),
    reduced: fen(row.reduced),
    recovered: fen(row.recovered),
    repaid: fen(row.repaid),
    rebooked: fen(row.rebooked),
    writtenOff: fen(row.writtenOff),
    outstanding: fen(row.outstanding),
  };
}

export const LANGFANG_REPORT: MonthlyReportContent = {
  campaignName: "社会保险基金专项治理",
  unitName: "廊坊市",
  issuingBody: "廊坊市社会保险基金专项治理领导小组办公室",
  addressee: "省社会保险基金专项治理工作领导小组办公室",
  documentNo: "廊社险治〔2008〕5号",
  month: "2008-09",
  cutOffOn: "2008-09-30",
  cutOffAt: "2008-10-05T08:30:00.000Z",
  phaseName: "自查自纠",
  openingMonth: null,
  dueOn: "2008-10-05",
  isLate: false,
  completeness: { reported: 10, of: 11 },
  isNil: false,
  figures: figuresOf(LANGFANG_ROWS),
  narrative: {
    situation:
      "全市各级各部门按照专项治理方案要求，对2007年底以前各项社会保险基金的征缴、支付、管理情况开展了全面自查。市领导小组办公室抽调劳动保障、财政、审计、监察等部门业务骨干组成督导组，分赴各县（市、区）指导自查工作。\n各县（市、区）均已召开动员会议，明确专人负责。",
    practice:
      "一是加强组织领导。市政府分管副市长任领导小组组长，九个成员单位分工负责，形成了“统一领导、部门配合、上下联动”的工作格局。\n二是坚持边查边改。对能够立即纠正的问题当场纠正；对一时难以纠正的，制定整改计划，明确责任人和完成时限。\n三是建立问题台账。实行挂号、销号管理，不改不销。",
    problems: "历史遗留挤占挪用问题数额较大，部分占用单位已经撤并，追缴难度大。个别县基金收入没有及时缴入财政专户。",
    handling:
      "对涉及县级政府及有关部门占用的资金，已督促同级政府列入还款计划；对会计核算不规范的，已责成经办机构调整账务。",
    suggestions: "建议省里明确历史遗留挤占挪用资金核销的具体程序和所需材料，便于各地及早准备。",
  },
  maker: "王丽",
  reviewer: "李建国",
  signer: "张明远",
  contact: "王丽，0316-2000000",
  signedOn: "2008-10-08",
  profile: "2012",
  chainHead: "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
  attachments: ["社会保险基金专项治理问题明细表"],
};
