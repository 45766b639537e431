import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { instantText } from "../../../formats/days.ts";
import { Panel } from "../../../parts/Panel.tsx";
import { condensed } from "./condensed-history.ts";
import { StatusWord } from "../../../parts/StatusWord.tsx";
import { Trail } from "../../../parts/Trail.tsx";
import type { MonthlyReport } from "./report-figures.ts";
import styles from "./Report.module.css";

/** What keeps the report from being submitted. */
export function ChecksPanel({ checks }: { checks: MonthlyReport["checks"] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("reports.page.checks")} isPadded>
      {checks.length === 0 ? (
        <StatusWord tone="good" shape="check">
          {t("reports.page.clean")}
        </StatusWord>
      ) : (
        <ul className={styles["checks"]}>
          {checks.map((check) => (
            <li
              key={`${check.rule} ${check.message}`}
              className={check.severity === "error" ? styles["error"] : styles["warning"]}
            >
              {check.message}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

const EVENTS = [
  "draft",
  "write",
  "refreeze",
  "declareNil",
  "submit",
  "receive",
  "return",
  "render",
  "attachRendering",
] as const;

export function HistoryPanel({ history }: { history: MonthlyReport["history"] }) {
  const { t, i18n } = useTranslation();
  return (
    <Panel title={t("reports.page.history")} isPadded>
      <Trail
        steps={condensed(history).map((step) => ({
          key: String(step.seq),
          what: t(`reports.events.${EVENTS.find((one) => one === step.event) ?? "other"}`),
          who: t("findingDetail.trail.line", {
            by: step.by,
            unit: step.unitName,
            at: instantText(step.at, i18n.language),
          }),
          documentNo: step.documentNo,
          remark: step.remark === "" ? null : step.remark,
          details: [],
        }))}
      />
    </Panel>
  );
}

/** Two columns: the report, and beside it the acts. */
export function ReportLayout({ children, side }: { children: ReactNode; side: ReactNode }) {
  return (
    <div className={styles["columns"]}>
      <div className={styles["stack"]}>{children}</div>
      <div className={styles["stack"]}>{side}</div>
    </div>
  );
}
