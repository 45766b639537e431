import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { Panel } from "../../../parts/Panel.tsx";
import { ProgressLine } from "../../../parts/ProgressLine.tsx";
import { RefusalNotice } from "../../../parts/RefusalNotice.tsx";
import { RowSkeleton } from "../../../parts/RowSkeleton.tsx";
import { failureText } from "../../../rpc/failure-text.ts";
import { trpc, type Outputs } from "../../../rpc/trpc.ts";
import styles from "../pages/ImportPage.module.css";

type Progress = Outputs["ledgerSheet"]["progress"];
const ASK_AGAIN_MS = 3000;
const RESULTS = ["created", "updated", "skipped", "failed"] as const;

type ImportRunProps = { importId: string; onDone: () => void; onAgain: () => void };

/** The run itself: live over SSE, or the last known state without a connection. */
export function ImportRun({ importId, onDone, onAgain }: ImportRunProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [live, setLive] = useState<Progress | null>(null);
  const asked = useQuery({
    ...trpc.ledgerSheet.progress.queryOptions({ importId }),
    // The stream may be broken, or refused to a person with many open pages.
    refetchInterval: (query) => (query.state.data?.status === "running" ? ASK_AGAIN_MS : false),
  });
  const progress = latest(live, asked.data ?? null);
  const isOver = progress !== null && progress.status !== "running";
  useSubscription({
    ...trpc.ledgerSheet.watch.subscriptionOptions({ importId }, { onData: (next) => setLive(next) }),
    enabled: !isOver,
  });
  useEffect(() => {
    if (!isOver) return;
    onDone();
    void queries.invalidateQueries();
  }, [isOver, onDone, queries]);
  if (progress === null)
    return asked.isError ? (
      <ErrorState what={t("sheet.running")} message={failureText(asked.error)} onRetry={() => void asked.refetch()} />
    ) : (
      <RowSkeleton rows={2} lines={1} />
    );
  return (
    <Panel title={t(TITLES[progress.status])} isPadded>
      {progress.status === "running" ? (
        <>
          <ProgressLine label={t("sheet.running")} done={progress.done} total={progress.total} />
          <p className={styles["differences"]}>{t("sheet.background")}</p>
        </>
      ) : (
        <Result progress={progress} onAgain={onAgain} />
      )}
    </Panel>
  );
}

function Result({ progress, onAgain }: { progress: Progress; onAgain: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <>
      {progress.message === null || progress.message === "" || progress.status === "done" ? null : (
        <RefusalNotice message={progress.message} others={[]} />
      )}
      <dl className={styles["numbers"]}>
        {RESULTS.map((result) => (
          <div key={result}>
            <dt>{t(`sheet.${result}`)}</dt>
            <dd>{progress[result]}</dd>
          </div>
        ))}
      </dl>
      <div className={styles["after"]}>
        <Button type="primary" onClick={() => void navigate({ to: "/findings", search: {} })}>
          {t("sheet.toLedger")}
        </Button>
        <Button onClick={onAgain}>{t("sheet.again")}</Button>
      </div>
    </>
  );
}

/** The further of the live state and the queried state. */
function latest(live: Progress | null, asked: Progress | null): Progress | null {
  if (live === null || asked === null) return live ?? asked;
  return asked.status !== "running" || asked.done > live.done ? asked : live;
}

const TITLES = {
  running: "sheet.running",
  done: "sheet.finished",
  refused: "sheet.refused",
  failed: "sheet.refused",
} as const;
