import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { RowSkeleton } from "../../../parts/RowSkeleton.tsx";
import { failureText } from "../../../rpc/failure-text.ts";
import { trpc } from "../../../rpc/trpc.ts";
import { MonthlyReportView } from "../parts/monthly/MonthlyReportView.tsx";
import { SummaryView } from "../parts/summaries/SummaryView.tsx";

const monthly = getRouteApi("/frame/reports/monthly/$reportId");
const summaries = getRouteApi("/frame/reports/summaries/$summaryId");

export function MonthlyReportPage() {
  const { reportId } = monthly.useParams();
  return <ReportPage id={reportId} kind="monthly" />;
}

export function SummaryPage() {
  const { summaryId } = summaries.useParams();
  return <ReportPage id={summaryId} kind="summary" />;
}

const TITLES = { monthly: "reports.monthly.title", summary: "reports.summaries.title" } as const;

/** A report of one kind; an address with the id of the other kind leads nowhere. */
function ReportPage({ id, kind }: { id: string; kind: keyof typeof TITLES }) {
  const { t } = useTranslation();
  const report = useQuery(trpc.reporting.reports.get.queryOptions({ id }));
  if (report.isPending) return <RowSkeleton rows={8} lines={2} />;
  if (report.data?.kind !== kind)
    return (
      <ErrorState what={t(TITLES[kind])} message={failureText(report.error)} onRetry={() => void report.refetch()} />
    );
  return report.data.kind === "monthly" ? (
    <MonthlyReportView key={report.data.id} report={report.data} />
  ) : (
    <SummaryView key={report.data.id} report={report.data} />
  );
}
