import { type CampaignPlan, fundLine, isKindValidForFund, kind, planPhase, type CampaignState } from "@anji/campaign";
import {
  addDays,
  type Day,
  earliestDay,
  type Fen,
  type FieldMistake,
  type Level,
  type Occurrence,
  type Refusal,
  fen,
  sumFen,
  yuanText,
  dayText,
  at,
  invalid,
} from "@anji/kernel";
import type { Channel, Occupier, RectificationKind } from "./finding.ts";
import { rank } from "./finding.policy.ts";

export type LineFacts = { readonly fundLine: string; readonly kind: string; readonly foundFen: Fen };

/** What a person states about a finding, in a form, a correction or a sheet. */
export type StatedFacts = {
  readonly lines: readonly LineFacts[];
  readonly foundFen: Fen;
  readonly occurrence: Occurrence;
  readonly discoveredOn: Day;
  readonly responsibleLevel: Level;
  readonly occupier: Occupier | null;
};

/** Every mistake in the stated facts, each at its field. */
export function factMistakes(options: {
  plan: CampaignPlan;
  facts: StatedFacts;
  unitLevel: Level;
  today: Day;
}): FieldMistake[] {
  const { plan, facts, unitLevel, today } = options;
  const mistakes = facts.lines.flatMap((line, index) =>
    lineMistakes(plan, line, facts.lines.length === 1 ? "" : `lines.${index}.`),
  );
  mistakes.push(...repeatedLines(facts.lines));
  const needsOccupier = facts.lines.some((line) => kind(plan, line.kind)?.needsOccupier === true);
  if (needsOccupier && facts.occupier === null) mistakes.push(at("occupier", "findings.occupierNeeded"));
  const sum = sumFen(facts.lines.map((line) => line.foundFen));
  if (sum !== facts.foundFen) {
    mistakes.push(at("foundFen", "findings.linesDiffer", { sum: yuanText(sum), found: yuanText(facts.foundFen) }));
  }
  if (earliestDay(facts.occurrence) > facts.discoveredOn)
    mistakes.push(at("occurrence", "findings.occurredAfterDiscovered"));
  if (facts.discoveredOn > today) mistakes.push(at("discoveredOn", "findings.discoveredInFuture"));
  if (rank(facts.responsibleLevel) < rank(unitLevel))
    mistakes.push(at("responsibleLevel", "findings.responsibleLevelUnit"));
  return mistakes;
}

/** 立即纠正确有困难的要制定整改计划，限期整改: the last day a plan may name. */
export function latestDueOn(options: {
  plan: CampaignPlan;
  phase: CampaignState;
  rectificationKind: RectificationKind;
  today: Day;
}): Day {
  const { plan, phase, today } = options;
  if (today > plan.period.endsOn) return addDays(today, plan.determination.carriedOverDays);
  const within = phase === "deployment" || phase === "ended" ? "selfCheck" : phase;
  const phaseEnd = planPhase(plan, within)?.endsOn ?? plan.period.endsOn;
  // 持续整改 lasts beyond a phase, and after the end of a phase no day is left. In both cases the campaign's end is the
  // limit.
  return options.rectificationKind === "continuing" || today > phaseEnd ? plan.period.endsOn : phaseEnd;
}

export function whyNotDueOn(options: {
  dueOn: Day;
  plan: CampaignPlan;
  phase: CampaignState;
  rectificationKind: RectificationKind;
  today: Day;
}): Refusal | null {
  const latest = latestDueOn(options);
  if (options.dueOn < options.today) return invalid([at("dueOn", "findings.dueInPast")]);
  if (options.dueOn > latest)
    return invalid([at("dueOn", "findings.dueAfterPhase", { until: dayText(latest, "zh-CN") })]);
  return null;
}

export type LineMoney = Readonly<Record<"outstandingFen" | `${Channel}Fen`, Fen>>;

/** A movement is at most the outstanding amount of the line, a correction at most the recorded amount. */
export function whyNotSettled(options: {
  plan: CampaignPlan;
  line: LineMoney & { readonly kind: string };
  /** The first day on which it can have happened. */
  occurredFrom: string;
  channel: Channel;
  amountFen: Fen;
  settledOn: Day;
  note: string;
  today: Day;
}): Refusal | null {
  const { line, channel, amountFen } = options;
  const mistakes: FieldMistake[] = [];
  if (amountFen > 0n) mistakes.push(...channelMistakes(options));
  else if (channel === "writtenOff") mistakes.push(at("channel", "findings.writeOffElsewhere"));
  if (amountFen === 0n) mistakes.push(at("amountFen", "findings.amountZero"));
  if (amountFen > line.outstandingFen) {
    mistakes.push(at("amountFen", "findings.settledAboveFound", { outstanding: yuanText(line.outstandingFen) }));
  }
  const recorded = line[`${channel}Fen`];
  if (amountFen + recorded < 0n)
    mistakes.push(at("amountFen", "findings.correctionAboveSettled", { settled: yuanText(recorded) }));
  if (amountFen < 0n && options.note === "") mistakes.push(at("note", "findings.correctionNeedsNote"));
  if (options.settledOn > options.today) mistakes.push(at("settledOn", "findings.settledInFuture"));
  if (options.settledOn < options.occurredFrom) mistakes.push(at("settledOn", "findings.settledBeforeOccurred"));
  return invalid(mistakes);
}

/** 核销 needs an approval, 同级政府归还 a duty of that government; the plan says which ways a kind has. */
export function channelMistakes(options: {
  plan: CampaignPlan;
  line: { readonly kind: string };
  channel: Channel;
}): FieldMistake[] {
  const { plan, line, channel } = options;
  if (channel === "writtenOff") return [at("channel", "findings.writeOffElsewhere")];
  const problem = kind(plan, line.kind);
  if (problem?.channels.includes(channel) !== true)
    return [at("channel", "findings.channelOfKind", { kind: problem?.name ?? line.kind })];
  return channel === "repaid" ? [at("channel", "findings.repaidByDuty")] : [];
}

function lineMistakes(plan: CampaignPlan, line: LineFacts, prefix: string): FieldMistake[] {
  const fund = fundLine(plan, line.fundLine);
  const problem = kind(plan, line.kind);
  if (fund === null) return [at(`${prefix}fundLine`, "findings.fundUnknown")];
  if (problem === null) return [at(`${prefix}kind`, "findings.kindUnknown")];
  if (!isKindValidForFund(plan, line.kind, line.fundLine)) {
    return [at(`${prefix}kind`, "findings.kindFund", { kind: problem.name, fund: fund.name })];
  }
  if (!problem.hasAmount && line.foundFen !== fen(0n)) {
    return [at(`${prefix}foundFen`, "findings.kindWithoutAmount", { kind: problem.name })];
  }
  if (problem.needsAmount && line.foundFen === fen(0n)) {
    return [at(`${prefix}foundFen`, "findings.kindNeedsAmount", { kind: problem.name })];
  }
  return [];
}

/** A fund and kind occurs once in a finding: twice is one amount in two parts, or a second finding. */
function repeatedLines(lines: readonly LineFacts[]): FieldMistake[] {
  const keys = lines.map((line) => `${line.fundLine}:${line.kind}`);
  return keys.flatMap((key, index) =>
    keys.indexOf(key) === index ? [] : [at(`lines.${index}.kind`, "findings.lineTwice", { lineNo: index + 1 })],
  );
}
