import type { FigureKey } from "@anji/figures";
import { SUMMARY_SECTIONS } from "@anji/reporting";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dayText, instantText } from "../../../formats/days.ts";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { PageTitle } from "../../../parts/PageTitle.tsx";
import { RowSkeleton } from "../../../parts/RowSkeleton.tsx";
import { StatusWord } from "../../../parts/StatusWord.tsx";
import { failureText } from "../../../rpc/failure-text.ts";
import { client, trpc } from "../../../rpc/trpc.ts";
import { usePages } from "../../../rpc/use-pages.ts";
import { useCommand } from "../../../rpc/use-command.ts";
import { FigureDrawer } from "../parts/FigureDrawer.tsx";
import { FiguresPanel } from "../parts/FiguresPanel.tsx";
import { FilesPanel } from "../parts/FilesPanel.tsx";
import { NarrativePanel } from "../parts/NarrativePanel.tsx";
import { isHandedIn, REPORT_LOOKS } from "../parts/report-looks.ts";
import type { SummaryReport } from "../parts/report-figures.ts";
import styles from "../parts/Report.module.css";
import { ChecksPanel, HistoryPanel, ReportLayout } from "../parts/ReportSide.tsx";
import { useAutosave } from "../parts/use-autosave.ts";
import { writtenBy } from "../parts/written-by.ts";
import { SummaryActs } from "../parts/summaries/SummaryActs.tsx";

const route = getRouteApi("/frame/reports/summaries/$summaryId");
const PAGE = 100;

export function SummaryPage() {
  const { t } = useTranslation();
  const { summaryId } = route.useParams();
  const report = useQuery(trpc.reporting.reports.get.queryOptions({ id: summaryId }));
  if (report.isPending) return <RowSkeleton rows={8} lines={2} />;
  if (report.data?.kind !== "summary")
    return (
      <ErrorState
        what={t("reports.summaries.title")}
        message={failureText(report.error)}
        onRetry={() => void report.refetch()}
      />
    );
  return <SummaryView key={report.data.id} report={report.data} />;
}

type Shown = { figure: FigureKey; title: string };

function SummaryView({ report }: { report: SummaryReport }) {
  const { t, i18n } = useTranslation();
  const [shown, setShown] = useState<Shown | null>(null);
  const write = useCommand(trpc.reporting.reports.write.mutationOptions(), {
    queryKey: trpc.reporting.reports.get.queryKey(),
  });
  const isOpen = report.acts.some((act) => act.verb === "write" && act.whyNot === null);
  const drafted = useAutosave({
    saved: report.narrative,
    version: report.version,
    isOpen,
    write: async (narrative, version) => writtenBy(await write.attempt({ id: report.id, version, narrative })),
  });
  const facts = [
    {
      label: null,
      value: <StatusWord {...REPORT_LOOKS[report.status]}>{t(`reports.statuses.${report.status}`)}</StatusWord>,
    },
    { label: t("reports.page.frozen"), value: instantText(report.cutOffAt, i18n.language) },
    { label: null, value: t("reports.monthly.dueOn", { day: dayText(report.dueOn, i18n.language) }) },
  ];
  return (
    <>
      <PageTitle title={t("reports.summaries.name", { unit: report.unitName })} facts={facts}>
        <Link to="/reports" search={{ tab: "summaries" }}>
          {t("reports.page.toSummaries")}
        </Link>
      </PageTitle>
      <ReportLayout
        side={
          <>
            <SummaryActs report={report} flush={drafted.flush} />
            {isOpen ? <ChecksPanel checks={report.checks} /> : null}
            <FilesPanel report={report} />
            <HistoryPanel history={report.history} />
          </>
        }
      >
        {report.lastRemark === null || report.status !== "returned" ? null : (
          <p className={styles["returned"]}>
            <strong>{t("reports.page.returned")}</strong>　{report.lastRemark}
          </p>
        )}
        <FiguresPanel
          figures={report.figures}
          isMonth={false}
          onOpen={(open) =>
            "figure" in open ? setShown({ figure: open.figure, title: t("reports.figures.rowsTitle", open) }) : null
          }
        />
        <NarrativePanel
          boxes={SUMMARY_SECTIONS.map((key) => ({ key, title: t(`reports.text.sections.${key}`) }))}
          texts={drafted.texts}
          isOpen={isOpen}
          isHandedIn={isHandedIn(report.status)}
          state={drafted.state}
          refused={write.refused}
          onChange={drafted.change}
        />
      </ReportLayout>
      {shown === null ? null : <SummaryRows report={report} shown={shown} onClose={() => setShown(null)} />}
    </>
  );
}

function SummaryRows({ report, shown, onClose }: { report: SummaryReport; shown: Shown; onClose: () => void }) {
  const input = { cutOffId: report.cutOffId, figure: shown.figure, limit: PAGE };
  const pages = usePages({
    queryKey: [...trpc.figures.rows.queryKey(), input],
    page: (cursor, signal) => client.figures.rows.query({ ...input, cursor }, { signal }),
    isEnabled: true,
    isFrozen: true,
  });
  return <FigureDrawer title={shown.title} pages={pages} onClose={onClose} />;
}
