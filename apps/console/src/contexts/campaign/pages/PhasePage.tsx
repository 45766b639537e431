import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../frame/use-frame.ts";
import { AddedViewShown, useAddedViews } from "../../../frame/AddedViews.tsx";
import { useScopeFacts } from "../../../frame/use-scope-facts.ts";
import { Chip, ChipRow } from "../../../parts/Chip.tsx";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { PageTitle } from "../../../parts/PageTitle.tsx";
import { RowSkeleton } from "../../../parts/RowSkeleton.tsx";
import { failureText } from "../../../rpc/failure-text.ts";
import { trpc } from "../../../rpc/trpc.ts";
import type { PhaseSearch } from "../search.ts";
import { AdvanceAct } from "../parts/phase/AdvanceAct.tsx";
import { GatesView } from "../parts/phase/GatesView.tsx";
import { HistoryView } from "../parts/phase/HistoryView.tsx";
import { OffendersDrawer } from "../parts/phase/OffendersDrawer.tsx";
import { PhaseTabs } from "../parts/phase/PhaseTabs.tsx";
import { RosterFact } from "../parts/phase/RosterFact.tsx";
import styles from "./PhasePage.module.css";
import type { PhaseGates } from "../parts/phase/phase-gates.ts";
import { AskWaiverDialog } from "../parts/waivers/RequestWaiverDialog.tsx";
import { WaiversView } from "../parts/waivers/WaiversView.tsx";

const route = getRouteApi("/frame/phase");

/** 阶段总览: the gates of a phase, their offenders, and the signed act that moves the campaign on. */
export function PhasePage() {
  const { t } = useTranslation();
  const { campaign, unitCode } = useFrame();
  const search = route.useSearch();
  const navigate = useNavigate();
  const shownPhase = search.phase ?? (campaign.phase === "ended" ? "summary" : campaign.phase);
  const gates = useQuery(trpc.campaign.gates.queryOptions({ campaignId: campaign.id, phase: shownPhase, unitCode }));
  const facts = useScopeFacts();
  const [asked, setAsked] = useState<{ rule: string | null } | null>(null);
  const added = useAddedViews("/phase");
  const views = [
    { key: "gates", label: "phasePage.views.gates" },
    ...added,
    { key: "waivers", label: "phasePage.views.waivers" },
    { key: "history", label: "phasePage.views.history" },
  ] as const;
  const selfChecks = gates.data?.completeness.find((one) => one.key === "selfChecks.declarations");
  const view = views.find((one) => one.key === search.view)?.key ?? "gates";
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
          {views.map((one) => (
            <Chip
              key={one.key}
              isOn={one.key === view}
              count={null}
              onToggle={() => to({ view: one.key === "gates" ? undefined : one.key })}
            >
              {t(one.label)}
            </Chip>
          ))}
        </ChipRow>
      </div>
      {gates.isError && gates.data === undefined ? (
        <ErrorState
          what={t("phasePage.gates.title")}
          message={failureText(gates.error)}
          onRetry={() => void gates.refetch()}
        />
      ) : null}
      {gates.isPending ? <RowSkeleton rows={7} lines={2} /> : null}
      {gates.data === undefined ? null : <PhaseView view={view} gates={gates.data} onChange={to} />}
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
        <AskWaiverDialog rule={asked.rule} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

type PhaseViewProps = { view: string; gates: PhaseGates; onChange: (next: Partial<PhaseSearch>) => void };

function PhaseView({ view, gates, onChange }: PhaseViewProps) {
  switch (view) {
    case "gates":
      return (
        <>
          <RosterFact gates={gates} />
          <GatesView gates={gates} onOpen={(gate, gateUnit) => onChange({ gate, gateUnit })} />
        </>
      );
    case "waivers":
      return <WaiversView />;
    case "history":
      return <HistoryView />;
    default:
      return <AddedViewShown page="/phase" view={view} />;
  }
}
