import type { CampaignPlan } from "@anji/campaign";
import {
  fen,
  type FieldMistake,
  knownDay,
  type Level,
  levelOfPath,
  type Occurrence,
  sumFen,
  yuanText,
  at,
  type Day,
} from "@anji/kernel";
import { channelMistakes, CHANNELS, factMistakes } from "@anji/findings";
import type { ChangedLine, FindingRecord, LineRecord } from "@anji/findings/steps";
import type { FindingChange } from "./finding-change.ts";

/** The lines as they are after the change. */
export function changedLines(change: FindingChange, stored: readonly LineRecord[]): ChangedLine[] {
  return stored.map((line) => {
    const { lineNo, fundLine, kind, foundFen } = line;
    const same = { lineNo, fundLine, kind, foundFen };
    switch (change.kind) {
      case "reduce":
      case "increase": {
        const by = sumFen(change.lines.filter((one) => one.lineNo === lineNo).map((one) => fen(one.amountFen)));
        return { ...same, foundFen: fen(change.kind === "reduce" ? foundFen - by : foundFen + by) };
      }
      case "reclassify": {
        const to = change.lines.find((one) => one.lineNo === lineNo);
        return to === undefined ? same : { ...same, fundLine: to.fundLine, kind: to.kind };
      }
      case "withdrawDuplicate":
        return { ...same, foundFen: fen(0n) };
      default:
        return same;
    }
  });
}

/** Why the change cannot be made of the finding as it is now, each mistake at its field. */
export function changeMistakes(options: {
  change: FindingChange;
  before: FindingRecord;
  stored: readonly LineRecord[];
  plan: CampaignPlan;
  today: Day;
}): FieldMistake[] {
  const { change, before, stored, plan, today } = options;
  const lines = changedLines(change, stored);
  const named = "lines" in change ? change.lines : [];
  const unknown = named.filter((one) => !stored.some((line) => line.lineNo === one.lineNo));
  if (unknown.length > 0) return unknown.map(({ lineNo }) => at("lines", "findings.lineUnknown", { lineNo }));
  const isSame = "lines" in change && lines.every((line, index) => isSameLine(line, stored[index]));
  const isOtherwiseSame = change.kind !== "reclassify" || (change.occurrence === null && change.occupier === null);
  if (isSame && isOtherwiseSame) return [at("lines", "findings.nothingAmended")];
  const facts = {
    // 核减 leaves what was stated: a finding reduced to 0 is still of its kind.
    lines: lines.map((line, index) => ({ ...line, foundFen: statedOf(change, { line, old: stored[index] }) })),
    foundFen: sumFen(lines.map((line, index) => statedOf(change, { line, old: stored[index] }))),
    occurrence: occurrenceAfter(change, before),
    discoveredOn: knownDay(before.discoveredOn),
    responsibleLevel: levelAfter(change, before),
    occupier: change.kind === "reclassify" && change.occupier !== null ? change.occupier : before.occupier,
  };
  const checked =
    change.kind === "withdrawDuplicate" || change.kind === "contest"
      ? []
      : factMistakes({ plan, facts, unitLevel: levelOfPath(before.regionPath), today });
  return [...checked, ...lines.flatMap((line, index) => moneyMistakes({ line, old: stored[index], plan }))];
}

function statedOf(change: FindingChange, { line, old }: { line: ChangedLine; old: LineRecord | undefined }) {
  if (old === undefined || change.kind === "reduce") return fen(old?.statedFen ?? line.foundFen);
  return fen(line.foundFen + old.reducedFen);
}

/** What is settled stays below what is found, in ways that the kind allows. */
function moneyMistakes(step: { line: ChangedLine; old: LineRecord | undefined; plan: CampaignPlan }): FieldMistake[] {
  const { line, old, plan } = step;
  if (old === undefined) return [];
  const settled = sumFen(CHANNELS.map((channel) => old[`${channel}Fen`]));
  if (line.foundFen < settled) return [at("lines", "findings.foundBelowSettled", { settled: yuanText(settled) })];
  if (line.kind === old.kind) return [];
  const used = CHANNELS.filter((channel) => old[`${channel}Fen`] !== 0n);
  return used
    .flatMap((channel) => channelMistakes({ plan, line, channel }))
    .filter((one) => one.rule === "findings.channelOfKind")
    .map((one) => ({ ...one, path: "lines" }));
}

function occurrenceAfter(change: FindingChange, before: FindingRecord): Occurrence {
  if (change.kind === "reclassify" && change.occurrence !== null) return change.occurrence;
  return { text: before.occurredText, precision: before.occurredPrecision };
}

function levelAfter(change: FindingChange, before: FindingRecord): Level {
  return change.kind === "move" ? change.responsibleLevel : before.responsibleLevel;
}

export function isSameLine(line: ChangedLine, stored: LineRecord | undefined): boolean {
  return line.fundLine === stored?.fundLine && line.kind === stored.kind && line.foundFen === stored.foundFen;
}
