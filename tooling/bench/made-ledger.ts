import type { LedgerFacts, LedgerWorkbook } from "@anji/ledger-sheet/sheet";
import { ledgerCatalogue, type LedgerUnit, writeLedger } from "@anji/ledger-sheet/sheet";
import { campaignPlan } from "@anji/campaign";
import { addDays, fen, knownDay } from "@anji/kernel";
import { bytesOf } from "@anji/workbook/writing";
import type postgres from "postgres";
import { z } from "zod";

const PROVINCE_PATH = "13";
const DISCOVERED_FROM = knownDay("2008-09-01");
const DISCOVERED_DAYS = 20;
const CLOSING_ON = knownDay("2008-12-31");

const unitRow = z.object({
  code: z.string(),
  name: z.string(),
  parentCode: z.string().nullable(),
  level: z.enum(["province", "city", "county", "agency"]),
  path: z.string(),
});

/** What the product's writer needs, read from the installation itself. */
export async function ledgerWorkbook(sql: postgres.Sql): Promise<LedgerWorkbook> {
  return sql.begin("read only", async (tx) => {
    await tx`select set_config('app.path', ${PROVINCE_PATH}, true)`;
    const [campaign] = await tx`select plan from campaign.campaign`;
    const units = z
      .array(unitRow)
      .parse(
        await tx`select code, name, parent_code as "parentCode", level, region_path as path from jurisdictions.unit order by region_path`,
      );
    const catalogue = ledgerCatalogue(campaignPlan.parse(campaign?.["plan"]), units);
    return { catalogue, title: "社会保险基金专项治理问题整改台账", reportingUnit: "河北省", closingOn: CLOSING_ON };
  });
}

/** A workbook of new findings: the tag makes their internal numbers new. */
export function writtenLedger(workbook: LedgerWorkbook, options: { rows: number; tag: string }): Promise<Uint8Array> {
  return bytesOf(writeLedger(workbook, madeRows(workbook, options)));
}

async function* madeRows(
  workbook: LedgerWorkbook,
  options: { rows: number; tag: string },
): AsyncGenerator<LedgerFacts, void, undefined> {
  const counties = workbook.catalogue.units.filter((unit) => unit.level === "county");
  const pairs = workbook.catalogue.kinds
    .filter((kind) => kind.category !== "D") // their amounts are 0 or follow other rules
    .flatMap((kind) => kind.fundLines.map((fundLine) => ({ kind: kind.code, category: kind.category, fundLine })));
  for (let no = 1; no <= options.rows; no += 1) {
    const pair = pairs[no % pairs.length];
    const county = counties[(no * 7) % counties.length];
    if (pair === undefined || county === undefined) throw new Error("the campaign has no kinds or no counties");
    yield rowOf({ no, tag: options.tag, pair, county });
  }
}

type Making = {
  no: number;
  tag: string;
  pair: { kind: string; category: string; fundLine: string };
  county: LedgerUnit;
};

/** Two rows in three have recovered half of what was found. */
function rowOf({ no, tag, pair, county }: Making): LedgerFacts {
  const found = fen(BigInt(no) * 130_000n);
  const recovered = no % 3 === 0 ? fen(0n) : fen(found / 2n);
  return {
    ...pair,
    no,
    project: `2006年三项基金审计：违规问题${no % 50}`,
    noticeNo: "审计署公告2006年第6号",
    auditedBody: `${county.name}社会保险经办机构`,
    unitCode: county.code,
    occurrence: { text: "2005-12-31", precision: "day" },
    discoveredOn: addDays(DISCOVERED_FROM, no % DISCOVERED_DAYS),
    summary: `基金被挪用于基本建设的情况之${no}`,
    basis: "社会保险基金财务制度（财社字〔1999〕60号）",
    responsibleUnit: `${county.name}社会保险经办机构`,
    foundFen: found,
    recoveredFen: recovered,
    repaidFen: fen(0n),
    rebookedFen: fen(0n),
    writtenOffFen: fen(0n),
    outstandingFen: fen(found - recovered),
    rectificationKind: "immediate",
    measures: "清收、归还、调整账目",
    dueOn: knownDay("2009-03-31"),
    department: "基金管理科",
    responsiblePerson: "王某某",
    advice: "限期收回并完善内控",
    means: ["economic", "administrative"],
    demonstrationNote: null,
    source: "审计署公告",
    externalNo: `测-${tag}-${no}`,
    remark: null,
  };
}
