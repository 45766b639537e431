import type { Reader } from "@anji/database";
import type { Id, Level, RegionPath } from "@anji/kernel";
import type { Gate, GateSetting, GateUnit, Offender, Standing } from "./gate.ts";
import type { CampaignPlan } from "./plan.ts";

export type GateReader = Pick<Reader, "tx" | "today" | "actor" | "scope">;

/** The offenders a source names, in the order of the tree: those of an area, with a maximum per condition. */
export type NamedOffenders = { readonly within: RegionPath; readonly max: number };

/** Where the gates are checked: the campaign, and the regions of an area. */
export type GatePlace = {
  readonly campaign: { readonly id: Id<"campaign">; readonly plan: CampaignPlan };
  readonly units: readonly GateUnit[];
  readonly named: NamedOffenders;
};

/** The facts of a room by unit code, and the things it can name instead of a unit, by gate key. */
export type GateFacts<Facts> = {
  readonly byUnit: ReadonlyMap<string, Partial<Facts>>;
  readonly subjects: Readonly<Record<string, readonly Offender[]>>;
};

/** What a room contributes: the facts of a unit that has done nothing, how they are read, and the gates that judge them. */
export type GateContribution<Facts extends object> = {
  readonly nothing: Facts;
  read(reader: GateReader, place: GatePlace): Promise<GateFacts<Facts>>;
  readonly gates: readonly Gate<Facts>[];
};

/** A contribution as the campaign sees it. The api room passes the list of them to the campaign's router. */
export type GateSource = {
  readonly keys: readonly string[];
  /** The levels whose units a condition asks. */
  levels(key: string): readonly Level[];
  settings(key: string, plan: CampaignPlan): readonly GateSetting[];
  /** How each unit meets each condition in question. */
  standings(
    reader: GateReader,
    place: GatePlace,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Standing[]>>;
};

/** How many units of an area have done what every unit must do; shown beside the gates in every phase. */
export type Completeness = {
  readonly key: string;
  count(reader: GateReader, place: Omit<GatePlace, "named">): Promise<{ done: number; of: number }>;
};

/** How much one context still has open, and for how much money. */
export type OpenMatter = { readonly key: string; readonly count: number; readonly amountFen: string | null };

/** What stays open in a room when a phase is signed. The signature keeps it. */
export type OpenMatters = {
  readonly key: string;
  count(reader: GateReader, place: Pick<GatePlace, "campaign">): Promise<Omit<OpenMatter, "key">>;
};

/** Makes a source of the campaign's gates from a room's contribution. */
export function gateSource<Facts extends object>(contribution: GateContribution<Facts>): GateSource {
  const { nothing, gates } = contribution;
  return {
    keys: gates.map((gate) => gate.key),
    levels: (key) => gates.find((gate) => gate.key === key)?.levels ?? [],
    settings: (key, plan) => gates.find((gate) => gate.key === key)?.settings?.(plan) ?? [],
    async standings(reader, place, keys) {
      const { byUnit, subjects } = await contribution.read(reader, place);
      const units = place.units.map((unit) => ({ ...nothing, ...byUnit.get(unit.unitCode), ...unit }));
      const asked = gates.filter((gate) => keys.includes(gate.key));
      return new Map(
        asked.map((gate) => [
          gate.key,
          gate.judge(place.campaign.plan, units).map((one) => withNamed(one, subjects[gate.key] ?? [])),
        ]),
      );
    },
  };
}

/** The things the room can name for a unit that is short; the unit itself when none is named. */
function withNamed(one: Standing, subjects: readonly Offender[]): Standing {
  if (one.passed >= one.total) return one;
  const named = subjects.filter((subject) => subject.unitCode === one.unit.unitCode);
  return named.length > 0 ? { ...one, offenders: named } : one;
}
