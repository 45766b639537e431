import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../frame/use-frame.ts";
import { EmptyState } from "../../../parts/EmptyState.tsx";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { GATE_LOOKS } from "../../../parts/gates.ts";
import { Panel } from "../../../parts/Panel.tsx";
import { RowSkeleton } from "../../../parts/RowSkeleton.tsx";
import { StatusWord } from "../../../parts/StatusWord.tsx";
import { failureText } from "../../../rpc/failure-text.ts";
import { trpc } from "../../../rpc/trpc.ts";
import styles from "./Side.module.css";

/** The progress of the person's own area with the conditions of the phase. */
export function AreaProgress() {
  const { t } = useTranslation();
  const { campaign, unitCode } = useFrame();
  const gates = useQuery(trpc.campaign.gates.queryOptions({ campaignId: campaign.id, phase: null, unitCode }));
  return (
    <Panel title={t("work.watched")} note={t("work.watchedNote", { phase: t(`phases.${campaign.phase}`) })}>
      {gates.isPending ? <RowSkeleton rows={3} lines={1} /> : null}
      {gates.isError && gates.data === undefined ? (
        <ErrorState what={t("work.watched")} message={failureText(gates.error)} onRetry={() => void gates.refetch()} />
      ) : null}
      {gates.data?.gates.length === 0 ? <EmptyState what={t("work.noWatched")} /> : null}
      {gates.data?.gates.map((gate) => (
        <div key={gate.rule} className={`${styles["row"]} ${styles["gate"]}`}>
          <Link to="/phase" search={{ gate: gate.rule }}>
            {gate.title}
          </Link>
          <StatusWord {...GATE_LOOKS[gate.state]}>
            {gate.state === "none"
              ? t("gates.states.none")
              : t("gates.passedOf", { passed: gate.passed, total: gate.total })}
          </StatusWord>
        </div>
      ))}
    </Panel>
  );
}
