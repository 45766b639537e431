import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "../../../parts/Panel.tsx";
import { ProgressLine } from "../../../parts/ProgressLine.tsx";
import { StatusWord } from "../../../parts/StatusWord.tsx";
import { fileLink } from "../../../rpc/file-link.ts";
import { trpc } from "../../../rpc/trpc.ts";
import type { MonthlyReport } from "./report-figures.ts";
import styles from "./Report.module.css";

type Rendering = Pick<NonNullable<MonthlyReport["rendering"]>, "status" | "done" | "total">;
const ASK_AGAIN_MS = 3000;
const RUNNING: readonly string[] = ["queued", "running"];

type Files = Pick<MonthlyReport, "rendering"> & {
  files: { docx: MonthlyReport["files"]["docx"]; xlsx?: MonthlyReport["files"]["xlsx"] };
};

/** The document and, for a monthly report, its tables; while the worker makes them, its progress. */
export function FilesPanel({ report }: { report: Files }) {
  const { t } = useTranslation();
  const { docx, xlsx = null } = report.files;
  return (
    <Panel title={t("reports.page.files")} isPadded>
      <div className={styles["files"]}>
        {report.rendering === null ? null : <RenderingLine key={report.rendering.jobId} rendering={report.rendering} />}
        {docx === null && xlsx === null && report.rendering === null ? <span>{t("reports.page.noFiles")}</span> : null}
        {docx === null ? null : (
          <a href={fileLink(docx.fileId)} download={docx.name}>
            {t("reports.page.docx")}
          </a>
        )}
        {xlsx === null ? null : (
          <a href={fileLink(xlsx.fileId)} download={xlsx.name}>
            {t("reports.page.xlsx")}
          </a>
        )}
      </div>
    </Panel>
  );
}

function RenderingLine({ rendering }: { rendering: NonNullable<MonthlyReport["rendering"]> }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [live, setLive] = useState<Rendering | null>(null);
  const isRunning = RUNNING.includes(rendering.status);
  // The stream may be broken, or refused to a person with many open pages.
  const asked = useQuery({
    ...trpc.jobs.get.queryOptions({ jobId: rendering.jobId }),
    enabled: isRunning,
    refetchInterval: ASK_AGAIN_MS,
  });
  const isOver = asked.data !== undefined && !RUNNING.includes(asked.data.status);
  useEffect(() => {
    if (isRunning && isOver) void queries.invalidateQueries();
  }, [isRunning, isOver, queries]);
  useSubscription({
    ...trpc.jobs.watch.subscriptionOptions(
      { jobId: rendering.jobId },
      {
        onData: ({ data: progress }) => {
          setLive(progress);
          if (!RUNNING.includes(progress.status)) void queries.invalidateQueries();
        },
      },
    ),
    enabled: isRunning,
  });
  const shown = isRunning ? (live ?? asked.data ?? rendering) : rendering;
  if (shown.status === "queued") return <ProgressLine label={t("reports.page.queued")} done={0} total={null} />;
  if (shown.status === "running")
    return <ProgressLine label={t("reports.page.rendering")} done={shown.done} total={shown.total} />;
  if (shown.status === "done")
    return (
      <StatusWord tone="good" shape="check">
        {t("reports.page.rendered")}
      </StatusWord>
    );
  return (
    <StatusWord tone="overdue" shape="cross">
      {t("reports.page.renderFailed")}
    </StatusWord>
  );
}
