import { campaignPermissions } from "@anji/campaign";
import type { WorkItem } from "@anji/kernel";
import { useQueries, useQuery } from "@tanstack/react-query";
import { trpc, type Outputs } from "../rpc/trpc.ts";
import { type Frame, useFrame } from "./use-frame.ts";

export type MyWork = {
  readonly items: readonly WorkItem[];
  readonly isLoading: boolean;
  readonly failure: unknown;
  readonly retry: () => void;
};

/** What waits for the person, from every context that knows of something, soonest first. */
export function useMyWork(): MyWork {
  const frame = useFrame();
  const input = { campaignId: frame.campaign.id };
  const gates = useQuery({
    ...trpc.campaign.gates.queryOptions({ ...input, phase: null, unitCode: null }),
    enabled: frame.may(campaignPermissions.advance),
  });
  const [findings, inspection, reporting, waivers] = useQueries({
    queries: [
      trpc.findings.myWork.queryOptions(input),
      trpc.inspection.myWork.queryOptions(input),
      trpc.reporting.myWork.queryOptions(input),
      trpc.campaign.waivers.list.queryOptions(input),
    ],
  });
  const all = [findings, inspection, reporting, waivers];
  const failed = all.find((query) => query.isError && query.data === undefined);
  const items = [
    findings.data,
    inspection.data,
    reporting.data,
    waiverWork(frame, waivers.data?.items ?? []),
    stepWork(frame, gates.data),
  ];
  return {
    items: items.flatMap((part) => part ?? []).sort(byDue),
    isLoading: all.some((query) => query.isPending),
    failure: failed?.error ?? null,
    retry: () => void Promise.all(all.map((query) => query.refetch())),
  };
}

type Waiver = Outputs["campaign"]["waivers"]["list"]["items"][number];

/** A waiver waits for the leader one level above the unit that asked. */
function waiverWork({ me, units, campaign, may }: Frame, waivers: readonly Waiver[]): WorkItem[] {
  if (!may(campaignPermissions.approveWaiver)) return [];
  const titleOf = (rule: string) =>
    campaign.plan.phases.flatMap((phase) => phase.gates).find((gate) => gate.rule === rule)?.title ?? rule;
  const isBelow = (code: string) => units.find((unit) => unit.code === code)?.parentCode === me.person.unitCode;
  return waivers
    .filter((waiver) => waiver.state === "requested" && isBelow(waiver.unitCode))
    .map((waiver) => ({
      key: `${campaignPermissions.approveWaiver.key}:${waiver.id}`,
      group: "approve",
      verb: campaignPermissions.approveWaiver.key,
      subject: { kind: "waiver", id: waiver.id },
      number: waiver.unitCode,
      unitCode: waiver.unitCode,
      unitName: waiver.unitName,
      title: titleOf(waiver.rule),
      amountFen: null,
      lastRemark: { by: "", on: "", text: waiver.reason },
      isReturned: false,
      dueOn: null,
    }));
}

/** A phase that may be left waits for the signature of the one who signs; that is known only by asking the gates. */
function stepWork({ campaign, me }: Frame, gates: Outputs["campaign"]["gates"] | undefined): WorkItem[] {
  if (gates === undefined || !gates.canAdvance || gates.next === null) return [];
  return [
    {
      key: `${campaignPermissions.advance.key}:${campaign.id}:${gates.next}`,
      group: "sign",
      verb: campaignPermissions.advance.key,
      subject: { kind: "campaign", id: campaign.id },
      number: "",
      unitCode: me.person.unitCode,
      unitName: me.person.unitName,
      title: gates.next,
      amountFen: null,
      lastRemark: null,
      isReturned: false,
      dueOn: null,
    },
  ];
}

function byDue(one: WorkItem, other: WorkItem): number {
  return (one.dueOn ?? "9999").localeCompare(other.dueOn ?? "9999");
}
