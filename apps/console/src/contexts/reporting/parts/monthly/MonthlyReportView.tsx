import { NARRATIVE_BOXES } from "@anji/reporting";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { monthText } from "../../../../formats/days.ts";
import styles from "../Report.module.css";
import type { MonthlyReport } from "../report-figures.ts";
import { ReportView } from "../ReportView.tsx";
import { useReportText } from "../use-report-text.ts";
import { ImprintFields } from "./ImprintFields.tsx";
import { MonthlyActs } from "./MonthlyActs.tsx";

const IMPRINT = ["documentNo", "reviewer", "signer", "contact"] as const;

/** 月报: of one unit and month, with an imprint and perhaps a nil statement. */
export function MonthlyReportView({ report }: { report: MonthlyReport }) {
  const { t, i18n } = useTranslation();
  const text = useReportText(report, {
    saved: { ...report.narrative, ...report.imprint },
    contentOf: ({ documentNo, reviewer, signer, contact, ...narrative }) => {
      return { narrative, imprint: { documentNo, reviewer, signer, contact } };
    },
  });
  return (
    <ReportView
      report={report}
      title={t("reports.monthly.name", { unit: report.unitName, month: monthText(report.month, i18n.language) })}
      back={
        <Link to="/reports" search={{ tab: "monthly" }}>
          {t("reports.page.toList")}
        </Link>
      }
      acts={<MonthlyActs report={report} flush={text.flush} />}
      boxes={NARRATIVE_BOXES.map((key) => ({ key, title: t(`reports.text.boxes.${key}`) }))}
      text={text}
    >
      {report.nilStatement === null ? null : (
        <div className={styles["box"]}>
          <span>{t("reports.text.nilStatement")}</span>
          <p className={styles["written"]}>{report.nilStatement}</p>
        </div>
      )}
      <ImprintFields keys={IMPRINT} texts={text.texts} isOpen={text.isOpen} onChange={text.change} />
    </ReportView>
  );
}
