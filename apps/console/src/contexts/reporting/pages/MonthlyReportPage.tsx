import { NARRATIVE_BOXES } from "@anji/reporting";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dayText, instantText, monthText } from "../../../formats/days.ts";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { PageTitle } from "../../../parts/PageTitle.tsx";
import { RowSkeleton } from "../../../parts/RowSkeleton.tsx";
import { StatusWord } from "../../../parts/StatusWord.tsx";
import { failureText } from "../../../rpc/failure-text.ts";
import { trpc } from "../../../rpc/trpc.ts";
import { useCommand } from "../../../rpc/use-command.ts";
import { FiguresPanel } from "../parts/FiguresPanel.tsx";
import { FilesPanel } from "../parts/FilesPanel.tsx";
import { NarrativePanel } from "../parts/NarrativePanel.tsx";
import { isHandedIn, REPORT_LOOKS } from "../parts/report-looks.ts";
import type { MonthlyReport, OpenFigure } from "../parts/report-figures.ts";
import styles from "../parts/Report.module.css";
import { ChecksPanel, HistoryPanel, ReportLayout } from "../parts/ReportSide.tsx";
import { useAutosave } from "../parts/use-autosave.ts";
import { writtenBy } from "../parts/written-by.ts";
import { ImprintFields } from "../parts/monthly/ImprintFields.tsx";
import { MonthlyActs } from "../parts/monthly/MonthlyActs.tsx";
import { MonthlyFigureDrawer } from "../parts/monthly/MonthlyFigureDrawer.tsx";

const route = getRouteApi("/frame/reports/monthly/$reportId");
const IMPRINT = ["documentNo", "reviewer", "signer", "contact"] as const;

export function MonthlyReportPage() {
  const { t } = useTranslation();
  const { reportId } = route.useParams();
  const report = useQuery(trpc.reporting.reports.get.queryOptions({ id: reportId }));
  if (report.isPending) return <RowSkeleton rows={8} lines={2} />;
  if (report.data?.kind !== "monthly")
    return (
      <ErrorState
        what={t("reports.monthly.title")}
        message={failureText(report.error)}
        onRetry={() => void report.refetch()}
      />
    );
  return <MonthlyReportView key={report.data.id} report={report.data} />;
}

function MonthlyReportView({ report }: { report: MonthlyReport }) {
  const { t, i18n } = useTranslation();
  const [shown, setShown] = useState<OpenFigure | null>(null);
  const write = useCommand(trpc.reporting.reports.write.mutationOptions(), {
    queryKey: trpc.reporting.reports.get.queryKey(),
  });
  const isOpen = report.acts.some((act) => act.verb === "write" && act.whyNot === null);
  const drafted = useAutosave({
    saved: { ...report.narrative, ...report.imprint },
    version: report.version,
    isOpen,
    write: async (texts, version) => {
      const { documentNo, reviewer, signer, contact, ...narrative } = texts;
      return writtenBy(
        await write.attempt({ id: report.id, version, narrative, imprint: { documentNo, reviewer, signer, contact } }),
      );
    },
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
      <PageTitle
        title={t("reports.monthly.name", { unit: report.unitName, month: monthText(report.month, i18n.language) })}
        facts={facts}
      >
        <Link to="/reports" search={{ tab: "monthly" }}>
          {t("reports.page.toList")}
        </Link>
      </PageTitle>
      <ReportLayout
        side={
          <>
            <MonthlyActs report={report} flush={drafted.flush} />
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
        <FiguresPanel figures={report.figures} isMonth onOpen={setShown} />
        <NarrativePanel
          boxes={NARRATIVE_BOXES.map((key) => ({ key, title: t(`reports.text.boxes.${key}`) }))}
          texts={drafted.texts}
          isOpen={isOpen}
          isHandedIn={isHandedIn(report.status)}
          state={drafted.state}
          refused={write.refused}
          onChange={drafted.change}
        >
          {report.nilStatement === null ? null : (
            <div className={styles["box"]}>
              <span>{t("reports.text.nilStatement")}</span>
              <p className={styles["written"]}>{report.nilStatement}</p>
            </div>
          )}
          <ImprintFields keys={IMPRINT} texts={drafted.texts} isOpen={isOpen} onChange={drafted.change} />
        </NarrativePanel>
      </ReportLayout>
      {shown === null ? null : <MonthlyFigureDrawer report={report} shown={shown} onClose={() => setShown(null)} />}
    </>
  );
}
