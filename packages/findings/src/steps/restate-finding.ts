import { type Act, actedBy } from "@anji/database";
import { type Fen, fen, type Id } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import { CHANNELS, type Channel } from "../finding.ts";
import { findingLifecycle } from "../finding.lifecycle.ts";
import type { FindingRecord } from "../finding-rows.ts";
import { changeLines, linesOf, settle } from "../money.ts";
import type { NewFinding } from "../new-finding.ts";
import { occurredColumns } from "../occurred.ts";
import { finding, findingEvent } from "../tables.ts";

/** What another source may later change of a registered finding with one line. */
export type RestatedFacts = Omit<
  NewFinding,
  "unitCode" | "regionPath" | "origin" | "isLaterDiscovered" | "description" | "responsibleLevel" | "lines"
>;
export type RestatedAmounts = Readonly<Record<"foundFen" | `${Channel}Fen`, Fen>>;

/**
 * Step: a registered finding takes the present content of its source; movements correct the money. The caller has
 * locked the finding.
 */
export async function restateFinding(
  act: Act,
  options: {
    before: FindingRecord;
    facts: RestatedFacts;
    amounts: RestatedAmounts;
    settledOn: string;
    importId: Id<"ledgerImport">;
  },
): Promise<void> {
  const { facts, amounts, settledOn, importId } = options;
  const { occurrence, ...stated } = facts;
  let { before } = options;
  const { fundLine, kind } = facts;
  const stored = await linesOf(act, before.id);
  const line = { lineNo: 1, fundLine, kind, foundFen: amounts.foundFen };
  const changesLine = fundLine !== before.fundLine || kind !== before.kind || amounts.foundFen !== before.foundFen;
  // In an order that never takes 尚未整改 below zero.
  const grows = amounts.foundFen >= before.foundFen;
  if (changesLine && grows) await changeLines(act, { before, stored, lines: [line], cause: "corrected" });
  for (const movement of movementsOf(before, { amounts, settledOn })) {
    await settle(act, { before, movement, importId });
    before = { ...before, version: before.version + 1 };
  }
  if (changesLine && !grows) await changeLines(act, { before, stored, lines: [line], cause: "corrected" });
  const version = before.version + 1;
  await act.tx
    .update(finding)
    .set({
      ...stated,
      means: [...stated.means],
      ...occurredColumns(occurrence),
      importId,
      importedVersion: version,
      isReturned: false,
      version,
      changedAt: act.now,
    })
    .where(and(eq(finding.id, before.id), eq(finding.version, before.version)));
  await act.tx.insert(findingEvent).values({
    subjectId: before.id,
    seq: version,
    event: "importChanges",
    from: before.status,
    to: findingLifecycle.after(before.status, "importChanges"),
    machineVersion: findingLifecycle.version,
    ...actedBy(act),
    remark: "",
    regionPath: before.regionPath,
  });
}

function movementsOf(before: FindingRecord, options: { amounts: RestatedAmounts; settledOn: string }) {
  const { amounts, settledOn } = options;
  const delta = (channel: Channel) => amounts[`${channel}Fen`] - before[`${channel}Fen`];
  return CHANNELS.filter((channel) => delta(channel) !== 0n)
    .map((channel) => ({ lineNo: 1, channel, amountFen: fen(delta(channel)), settledOn, voucherNo: "", note: "" }))
    .toSorted((first, second) => (first.amountFen < second.amountFen ? -1 : 1));
}
