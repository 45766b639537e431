import type { CampaignPlan } from "@anji/campaign";
import { type Reader, within } from "@anji/database";
import { unitInScope } from "@anji/jurisdictions/queries";
import { addDays, type Id } from "@anji/kernel";
import { and, type AnyColumn, eq, exists, gte, inArray, lt, lte, notInArray, type SQL, sql } from "drizzle-orm";
import type { FindingFilter } from "../finding.inputs.ts";
import type { FindingStatus } from "../finding.lifecycle.ts";
import { finding, findingLine } from "../tables.ts";
import { textCondition } from "./text-search.ts";

/** Neither closed nor planned with a deadline: the gate 每个问题均已销号或有限期整改计划 counts the same. */
export const UNPLANNED = ["registered", "classified"] as const satisfies readonly FindingStatus[];
export const NO_LONGER_DUE = ["awaitingAcceptance", "closed", "withdrawn"] as const satisfies readonly FindingStatus[];

export type Conditions = {
  /** Conditions on the head; always with campaign and area. */
  readonly head: SQL | undefined;
  /** True when the head has conditions other than campaign and area. */
  readonly asksHead: boolean;
  /** Conditions on the lines, or undefined when any line matches. */
  readonly line: SQL | undefined;
  /** Campaign and area of a line, for sums that need no head. */
  readonly lineArea: SQL | undefined;
};

/** Step: a filter as conditions. A finding of several lines matches by any of them, and counts with those that match. */
export async function conditionsOf(
  reader: Reader,
  options: { campaign: { id: Id<"campaign">; plan: CampaignPlan }; filter: FindingFilter },
): Promise<Conditions> {
  const { campaign, filter } = options;
  const unitRow = filter.unitCode === null ? null : await unitInScope(reader, filter.unitCode);
  const path = unitRow?.regionPath ?? reader.actor.path;
  const facts = factConditions(reader, { plan: campaign.plan, filter });
  const text =
    filter.text === null
      ? undefined
      : await textCondition(reader, { campaignId: campaign.id, path, text: filter.text });
  const isOneUnit = filter.extent === "ownUnit" || unitRow?.level === "agency";
  const ofUnit = isOneUnit ? [eq(finding.unitCode, unitRow?.code ?? reader.actor.unitCode)] : [];
  const asked = [...ofUnit, ...facts, ...(text === undefined ? [] : [text])];
  const area = (column: AnyColumn) => (filter.extent === "subtree" ? within(column, path) : eq(column, path));
  const line = lineCondition(campaign.plan, filter);
  return {
    head: and(
      eq(finding.campaignId, campaign.id),
      reader.scope(finding.regionPath),
      area(finding.regionPath),
      ...asked,
    ),
    asksHead: asked.length > 0,
    line,
    lineArea: and(
      eq(findingLine.campaignId, campaign.id),
      reader.scope(findingLine.regionPath),
      area(findingLine.regionPath),
    ),
  };
}

/** The head's conditions with "some line matches" added. */
export function headWithLine(reader: Pick<Reader, "tx">, { head, line }: Conditions): SQL | undefined {
  if (line === undefined) return head;
  const matching = reader.tx
    .select({ one: sql`1` })
    .from(findingLine)
    .where(and(eq(findingLine.findingId, finding.id), line));
  return and(head, exists(matching));
}

function factConditions(reader: Reader, options: { plan: CampaignPlan; filter: FindingFilter }): SQL[] {
  const { filter } = options;
  const conditions = [
    filter.statuses.length === 0 ? undefined : isAnyOf(finding.status, filter.statuses),
    filter.origins.length === 0 ? undefined : isAnyOf(finding.origin, filter.origins),
    filter.discoveredFrom === null ? undefined : gte(finding.discoveredOn, filter.discoveredFrom),
    filter.discoveredTo === null ? undefined : lte(finding.discoveredOn, filter.discoveredTo),
    dueCondition(reader, options),
  ];
  return conditions.filter((one) => one !== undefined);
}

/** Uses the sorted deadline, which is in the index of the page. A finding without a deadline is never due. */
function dueCondition(
  reader: Reader,
  { plan, filter }: { plan: CampaignPlan; filter: FindingFilter },
): SQL | undefined {
  const isDue = notInArray(finding.status, [...NO_LONGER_DUE]);
  switch (filter.due) {
    case "all":
      return undefined;
    case "unplanned":
      return inArray(finding.status, [...UNPLANNED]);
    case "overdue":
      return and(isDue, lt(finding.dueOrder, reader.today));
    case "soon":
      return and(
        isDue,
        gte(finding.dueOrder, reader.today),
        lte(finding.dueOrder, addDays(reader.today, plan.deadlines.dueSoonDays)),
      );
  }
}

function lineCondition(plan: CampaignPlan, filter: FindingFilter): SQL | undefined {
  const kinds = wantedKinds(plan, filter);
  const conditions = [
    filter.fundLines.length === 0 ? undefined : isAnyOf(findingLine.fundLine, filter.fundLines),
    kinds === null ? undefined : isAnyOf(findingLine.kind, kinds),
  ].filter((one) => one !== undefined);
  return conditions.length === 0 ? undefined : and(...conditions);
}

// The text of the statement is the same for any number of codes, so that it is prepared once.
function isAnyOf(column: AnyColumn, codes: readonly string[]): SQL {
  return sql`${column} = any(${sql.param([...codes])}::text[])`;
}

/** The kinds of a filter; null for all. A category means all its kinds. */
function wantedKinds(plan: CampaignPlan, filter: FindingFilter): string[] | null {
  if (filter.categories.length === 0) return filter.kinds.length === 0 ? null : filter.kinds;
  const ofCategories = plan.kinds.filter((kind) => filter.categories.includes(kind.category)).map((kind) => kind.code);
  return filter.kinds.length === 0 ? ofCategories : ofCategories.filter((kind) => filter.kinds.includes(kind));
}
