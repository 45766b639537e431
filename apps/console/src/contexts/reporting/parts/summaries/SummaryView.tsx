import { SUMMARY_SECTIONS } from "@anji/reporting";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { SummaryReport } from "../report-figures.ts";
import { ReportView } from "../ReportView.tsx";
import { useReportText } from "../use-report-text.ts";
import { SummaryActs } from "./SummaryActs.tsx";

/** 总结: of one unit, about the whole campaign. */
export function SummaryView({ report }: { report: SummaryReport }) {
  const { t } = useTranslation();
  const text = useReportText(report, { saved: report.narrative, contentOf: (narrative) => ({ narrative }) });
  return (
    <ReportView
      report={report}
      title={t("reports.summaries.name", { unit: report.unitName })}
      back={
        <Link to="/reports" search={{ tab: "summaries" }}>
          {t("reports.page.toSummaries")}
        </Link>
      }
      acts={<SummaryActs report={report} flush={text.flush} />}
      boxes={SUMMARY_SECTIONS.map((key) => ({ key, title: t(`reports.text.sections.${key}`) }))}
      text={text}
    />
  );
}
