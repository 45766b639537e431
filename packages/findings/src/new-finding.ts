import { type Act, actedBy, insertion } from "@anji/database";
import { type Fen, type Id, newId, type Occurrence, sumFen, ZERO_FEN } from "@anji/kernel";
import { sql } from "drizzle-orm";
import { type AmountKey, eachAmount, type Means } from "./finding.ts";
import { type FindingBeginning, findingLifecycle } from "./finding.lifecycle.ts";
import { type Movement, settlementOf } from "./money.ts";
import { nextNumbers } from "./number-series.ts";
import { type OccurredColumns, occurredColumns } from "./occurred.ts";
import { finding, findingEvent, findingLine, settlement } from "./tables.ts";

type Columns = typeof finding.$inferInsert;
/** Columns that the ledger fills, and columns that only later acts write. */
type OwnColumn =
  | "id"
  | "campaignId"
  | "number"
  | "status"
  | "machineVersion"
  | "version"
  | "firstStatedFen"
  | keyof OccurredColumns;
type LaterColumn =
  | "nature"
  | "handlingOpinion"
  | "isReturned"
  | "reportedBy"
  | "closedBy"
  | "closedAt"
  | "isCheckedOnSite"
  | "classifiedBy"
  | "classifiedAt"
  | "isDetermined"
  | "duplicateOf";
type ImportColumn = "importId" | "importedVersion" | "registeredBy" | "registeredLevel" | "createdAt" | "changedAt";

/** All facts of a finding on the day it enters the ledger. */
export type NewFinding = Readonly<Omit<Columns, OwnColumn | LaterColumn | ImportColumn | AmountKey | "means">> & {
  readonly occurrence: Occurrence;
  readonly means: readonly Means[];
  readonly lines: readonly NewLine[];
};

type NewLine = {
  readonly fundLine: string;
  readonly kind: string;
  readonly foundFen: Fen;
  /** The amounts settled before the finding came into the ledger. */
  readonly settled: readonly Omit<Movement, "lineNo">[];
};

type Entering = {
  readonly campaignId: Id<"campaign">;
  readonly importId: Id<"ledgerImport"> | null;
  readonly beginning: FindingBeginning;
};
type Entered = NewFinding & { readonly id: Id<"finding">; readonly number: string };

/**
 * Step: writes findings with their lines, settlements and first event in one statement. The database compares heads,
 * lines and settlements at its end. One statement also makes an import quick.
 */
export async function insertFindings(
  act: Pick<Act, "tx" | "actor" | "now">,
  options: Entering & { readonly findings: readonly NewFinding[] },
): Promise<Entered[]> {
  const { campaignId, findings } = options;
  if (findings.length === 0) return [];
  const numbers = await nextNumbers(act, { campaignId, paths: findings.map((one) => one.regionPath) });
  const entered = findings.map((one, index) => ({
    ...one,
    id: newId<"finding">(act.now),
    number: numbers[index] ?? "",
  }));
  const movements = entered.flatMap((one) => movementsOf(act, one, options));
  await act.tx.execute(sql`
    with line as (${insertion(
      findingLine,
      entered.flatMap((one) => linesOf(one, options)),
    )}),
      movement as (${insertion(settlement, movements)}),
      event as (${insertion(
        findingEvent,
        entered.map((one) => firstEventOf(act, one, options)),
      )})
    ${insertion(
      finding,
      entered.map((one) => headOf(act, one, options)),
    )}`);
  return entered;
}

function headOf(act: Pick<Act, "actor" | "now">, entered: Entered, { campaignId, importId }: Entering): Columns {
  const { occurrence, lines, means, ...stated } = entered;
  return {
    ...stated,
    campaignId,
    status: findingLifecycle.first,
    machineVersion: findingLifecycle.version,
    ...occurredColumns(occurrence),
    means: [...means],
    ...amountsOf(lines),
    firstStatedFen: sumFen(lines.map((line) => line.foundFen)),
    importId,
    importedVersion: importId === null ? null : 1,
    registeredBy: act.actor.personId,
    registeredLevel: act.actor.level,
    createdAt: act.now,
    changedAt: act.now,
  };
}

function linesOf({ id: findingId, regionPath, lines }: Entered, { campaignId }: Entering) {
  return lines.map((line, index) => {
    const { fundLine, kind } = line;
    return { findingId, lineNo: index + 1, campaignId, regionPath, fundLine, kind, ...amountsOf([line]) };
  });
}

function movementsOf(act: Pick<Act, "actor" | "now">, of: Entered, { importId }: Entering) {
  return of.lines.flatMap(({ settled }, index) =>
    settled.map((one) => settlementOf(act, { of, movement: { ...one, lineNo: index + 1 }, importId })),
  );
}

function firstEventOf(act: Pick<Act, "actor" | "now">, { id, regionPath }: Entered, { beginning }: Entering) {
  const { first, version: machineVersion } = findingLifecycle;
  const step = { seq: 1, event: beginning, from: null, to: first, machineVersion, remark: "" };
  return { subjectId: id, regionPath, ...step, ...actedBy(act) };
}

/** The sums of the lines. The database computes 认定总额 and 尚未整改. */
function amountsOf(lines: readonly NewLine[]): Record<AmountKey, Fen> {
  const amounts = eachAmount(() => ZERO_FEN);
  const add = (key: AmountKey, amount: Fen) => (amounts[key] = sumFen([amounts[key], amount]));
  for (const { foundFen, settled } of lines) {
    add("foundFen", foundFen);
    for (const { channel, amountFen } of settled) add(`${channel}Fen`, amountFen);
  }
  return amounts;
}
