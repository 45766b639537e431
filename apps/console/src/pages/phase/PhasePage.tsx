import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { useFrame } from "../../frame/use-frame.ts";
import { useScopeFacts } from "../../frame/use-scope-facts.ts";
import { Chip, ChipRow } from "../../parts/Chip.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { PageTitle } from "../../parts/PageTitle.tsx";
import { RowSkeleton } from "../../parts/RowSkeleton.tsx";
import { failureText } from "../../rpc/failure-text.ts";
import { trpc } from "../../rpc/trpc.ts";
import { PHASE_VIEWS, type phaseSearch } from "../search-params.ts";
import { AdvanceAct } from "./AdvanceAct.tsx";
import { GatesView } from "./GatesView.tsx";
import { GroupsView } from "./GroupsView.tsx";
import { HistoryView } from "./HistoryView.tsx";
import { OffendersDrawer } from "./OffendersDrawer.tsx";
import { PhaseTabs } from "./PhaseTabs.tsx";
import { PlansView } from "./PlansView.tsx";
import styles from "./PhasePage.module.css";
import { SelfChecksView } from "./SelfChecksView.tsx";
import type { PhaseGates } from "./phase-gates.ts";
import { RequestWaiverDialog } from "./WaiverDialogs.tsx";
import { WaiversView } from "./WaiversView.tsx";

const route = getRouteApi("/frame/phase");

/** 阶段总览: the gates of a phase, who fails them, and the signed act that moves the campaign on. */
export function PhasePage() {
  const { t } = useTranslation();
  const { campaign, unitCode } = useFrame();
  const search = route.useSearch();
  const navigate = useNavigate();
  const shownPhase = search.phase ?? (campaign.phase === "closed" ? "summary" : campaign.phase);
  const gates = useQuery(trpc.campaign.gates.queryOptions({ campaignId: campaign.id, phase: shownPhase, unitCode }));
  const facts = useScopeFacts();
  const [asked, setAsked] = useState<{ rule: string | null } | null>(null);
  const view = search.view ?? "gates";
  const selfChecks = gates.data?.measures.find((one) => one.key === "findings.selfChecks");
  const completeness =
    selfChecks === undefined
      ? []
      : [
          {
            label: t("frame.facts.completeness"),
            value: t("frame.completeness", { reported: selfChecks.done, of: selfChecks.of }),
          },
        ];
  const to = (next: Partial<typeof search>) => void navigate({ to: "/phase", search: { ...search, ...next } });
  return (
    <>
      <PageTitle title={t("phasePage.title")} facts={[...facts, ...completeness]}>
        {gates.data !== undefined && shownPhase === campaign.phase ? (
          <AdvanceAct
            gates={gates.data}
            onOpenGate={(rule) => to({ gate: rule, view: "gates" })}
            onAskWaiver={() => setAsked({ rule: null })}
          />
        ) : null}
      </PageTitle>
      <PhaseTabs
        shown={shownPhase}
        onChoose={(phase) =>
          to({ phase: phase === campaign.phase ? undefined : phase, gate: undefined, gateUnit: undefined })
        }
      />
      <div className={styles["views"]}>
        <ChipRow label={t("phasePage.title")}>
          {PHASE_VIEWS.map((one) => (
            <Chip
              key={one}
              isOn={one === view}
              count={null}
              onToggle={() => to({ view: one === "gates" ? undefined : one })}
            >
              {t(`phasePage.views.${one}`)}
            </Chip>
          ))}
        </ChipRow>
      </div>
      {gates.isError && gates.data === undefined ? (
        <ErrorState what={t("gates.title")} message={failureText(gates.error)} onRetry={() => void gates.refetch()} />
      ) : null}
      {gates.isPending ? <RowSkeleton rows={7} lines={2} /> : null}
      {gates.data === undefined ? null : <PhaseView search={search} gates={gates.data} onChange={to} />}
      {search.gate === undefined || gates.data === undefined ? null : (
        <OffendersDrawer
          gates={gates.data}
          rule={search.gate}
          unitCode={search.gateUnit ?? null}
          onAskWaiver={(rule) => setAsked({ rule })}
          onClose={() => to({ gate: undefined, gateUnit: undefined })}
        />
      )}
      {asked === null || gates.data === undefined ? null : (
        <RequestWaiverDialog gates={gates.data.gates} rule={asked.rule} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

type PhaseSearch = z.output<typeof phaseSearch>;
type PhaseViewProps = { search: PhaseSearch; gates: PhaseGates; onChange: (next: Partial<PhaseSearch>) => void };

function PhaseView({ search, gates, onChange }: PhaseViewProps) {
  switch (search.view) {
    case "groups":
      return <GroupsView openCode={search.group ?? null} onOpen={(group) => onChange({ group: group ?? undefined })} />;
    case "plans":
      return <PlansView />;
    case "selfChecks":
      return (
        <SelfChecksView
          isUnsignedOnly={search.unsigned === true}
          onUnsignedOnly={(isOn) => onChange({ unsigned: isOn || undefined })}
        />
      );
    case "waivers":
      return <WaiversView gates={gates} />;
    case "history":
      return <HistoryView />;
    default:
      return <GatesView gates={gates} onOpen={(gate, gateUnit) => onChange({ gate, gateUnit })} />;
  }
}
