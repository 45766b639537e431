import { type CampaignPlan, kind as kindOf } from "@anji/campaign";
import { verb } from "@anji/database";
import {
  type FieldMistake,
  knownDay,
  levelOfPath,
  refuse,
  refuseIf,
  sumFen,
  yuanText,
  at,
  invalid,
} from "@anji/kernel";
import type { z } from "zod";
import { factMistakes, type StatedFacts } from "../finding.checks.ts";
import { type AmountKey, CHANNELS, type Occupier } from "../finding.ts";
import { amendInput } from "../finding.inputs.ts";
import { whyNotRaised } from "../finding.policy.ts";
import type { FindingRecord } from "../finding-rows.ts";
import { changeLines, type ChangedLine, type LineRecord, linesOf } from "../money.ts";
import { occurredColumns } from "../occurred.ts";
import { findingsPermissions } from "../permissions.ts";
import { findingCase } from "./finding-case.ts";

type Changes = z.output<typeof amendInput>["changes"];

/**
 * Corrects stated facts, with a reason. Once a finding is classified, fund, kind, amount, time and responsibility
 * change by an adjustment only.
 */
export const amend = verb({ permission: findingsPermissions.amend, input: amendInput }, async (act, input) => {
  const held = await findingCase.hold(act, { ...input, event: "amend" });
  const { before, campaign } = held;
  const stored = await linesOf(act, before.id);
  const lines = amendedLines(stored, input.changes);
  const changed = amendedFacts({ before, changes: input.changes, lines, plan: campaign.plan });
  const isLineChanged = lines.some((line, index) => isOtherLine(line, stored[index]));
  if (!isLineChanged && Object.keys(changed).length === 0) refuse({ code: "invalid", rule: "findings.nothingAmended" });
  const facts = statedAfter(before, input.changes, lines);
  const unitLevel = levelOfPath(before.regionPath);
  const mistakes = factMistakes({ plan: campaign.plan, facts, unitLevel, today: act.today });
  const fixed = before.isDetermined ? fixedMistakes({ changed, isLineChanged }) : [];
  const { responsibleLevel: wanted } = facts;
  const raised = whyNotRaised({ wanted, present: before.responsibleLevel, actor: act.actor });
  refuseIf(invalid([...fixed, ...mistakes, ...settledMistakes(stored, lines), ...(raised === null ? [] : [raised])]));
  if (isLineChanged) await changeLines(act, { before, stored, lines, cause: "corrected" });
  const isReturned = before.status === "registered" ? false : before.isReturned;
  const also = isLineChanged ? { lines } : {};
  return findingCase.move(act, held, { set: { ...changed, isReturned }, also, remark: input.reason });
});

/** The columns of a head that an amendment may write. Amounts change only together with their lines. */
type WrittenFacts = Partial<Omit<FindingRecord, AmountKey | "id" | "status" | "version">>;

function amendedLines(stored: readonly LineRecord[], changes: Changes): ChangedLine[] {
  if (changes.lines !== undefined) {
    const given = new Map(changes.lines.map((line) => [line.lineNo, line]));
    for (const lineNo of given.keys()) {
      if (!stored.some((line) => line.lineNo === lineNo))
        refuse({ code: "invalid", rule: "findings.lineUnknown", params: { lineNo } });
    }
    return stored.map((line) => given.get(line.lineNo) ?? line);
  }
  const { fundLine, kind, foundFen } = changes;
  const namesLine = fundLine !== undefined || kind !== undefined || foundFen !== undefined;
  if (namesLine && stored.length > 1) refuse({ code: "invalid", rule: "findings.linesNeeded" });
  return stored.map((line) => ({
    lineNo: line.lineNo,
    fundLine: fundLine ?? line.fundLine,
    kind: kind ?? line.kind,
    foundFen: foundFen ?? line.foundFen,
  }));
}

/** The columns that really change. */
function amendedFacts(options: {
  before: FindingRecord;
  changes: Changes;
  lines: readonly ChangedLine[];
  plan: CampaignPlan;
}): WrittenFacts {
  const { before, changes, lines, plan } = options;
  const { fundLine, kind, foundFen, lines: named, occurrence, basis, project, ...stated } = changes;
  const [first] = lines;
  const wanted: Readonly<Record<string, unknown>> = {
    ...stated,
    fundLine: first?.fundLine,
    kind: first?.kind,
    category: first && kindOf(plan, first.kind)?.category,
    ...(occurrence === undefined ? {} : occurredColumns(occurrence)),
    basis: basis === "" ? null : basis,
    project: project === "" ? null : project,
  };
  const old: Readonly<Record<string, unknown>> = before;
  const differs = (key: string, value: unknown) =>
    key === "occupier" ? !isSameOccupier(before.occupier, changes.occupier ?? null) : old[key] !== value;
  return Object.fromEntries(
    Object.entries(wanted).filter(([key, value]) => value !== undefined && differs(key, value)),
  );
}

function statedAfter(before: FindingRecord, changes: Changes, lines: readonly ChangedLine[]): StatedFacts {
  return {
    lines,
    foundFen: sumFen(lines.map((line) => line.foundFen)),
    occurrence: changes.occurrence ?? { text: before.occurredText, precision: before.occurredPrecision },
    discoveredOn: changes.discoveredOn ?? knownDay(before.discoveredOn),
    responsibleLevel: changes.responsibleLevel ?? before.responsibleLevel,
    occupier: changes.occupier === undefined ? before.occupier : changes.occupier,
  };
}

const FIXED_FACTS = [
  "occurredText",
  "occurredPrecision",
  "responsibleUnit",
  "responsibleLevel",
  "responsiblePerson",
  "occupier",
] as const satisfies readonly (keyof FindingRecord)[];
const FIELD_OF_FACT: Readonly<Record<string, string>> = { occurredText: "occurrence", occurredPrecision: "occurrence" };

/** From 定性 on these facts change by an adjustment only. */
function fixedMistakes(options: { changed: WrittenFacts; isLineChanged: boolean }): FieldMistake[] {
  const facts = FIXED_FACTS.filter((fact) => fact in options.changed).map((fact) => FIELD_OF_FACT[fact] ?? fact);
  const fields = [...(options.isLineChanged ? ["foundFen"] : []), ...new Set(facts)];
  return fields.map((field) => at(field, "findings.adjustmentNeeded"));
}

/** The amount found is never below what is settled already. */
function settledMistakes(stored: readonly LineRecord[], lines: readonly ChangedLine[]): FieldMistake[] {
  return lines.flatMap((line, index) => {
    const now = stored[index];
    if (now === undefined) return [];
    const settled = sumFen(CHANNELS.map((channel) => now[`${channel}Fen`]));
    const path = lines.length === 1 ? "foundFen" : `lines.${index}.foundFen`;
    return line.foundFen < settled ? [at(path, "findings.foundBelowSettled", { settled: yuanText(settled) })] : [];
  });
}

function isSameOccupier(one: Occupier | null, other: Occupier | null): boolean {
  const keys = ["category", "name", "level", "approver", "usedOn"] as const;
  return keys.every((key) => one?.[key] === other?.[key]);
}

function isOtherLine(line: ChangedLine, stored: LineRecord | undefined): boolean {
  return line.fundLine !== stored?.fundLine || line.kind !== stored.kind || line.foundFen !== stored.foundFen;
}
