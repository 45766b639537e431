import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { monthText } from "../../../../formats/days.ts";
import { useFrame } from "../../../../frame/use-frame.ts";
import { StatusWord } from "../../../../parts/StatusWord.tsx";
import type { Outputs } from "../../../../rpc/trpc.ts";
import { REPORT_LOOKS } from "../report-looks.ts";
import styles from "./MonthlyGrid.module.css";
import { OPEN_STATES, openReports } from "./open-reports.ts";

type Item = Extract<Outputs["reporting"]["reports"]["list"]["items"][number], { kind: "monthly" }>;

/** Names before the grid: missing reports, returned ones, and those that wait for the province. */
export function OpenReports({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation();
  const { me } = useFrame();
  const open = openReports(items, me.clock.today);
  if (OPEN_STATES.every((state) => open[state].length === 0)) return null;
  return (
    <dl className={styles["open"]}>
      {OPEN_STATES.filter((state) => open[state].length > 0).map((state) => (
        <div key={state}>
          <dt>
            <StatusWord {...REPORT_LOOKS[state]}>
              {t("reports.monthly.openOf", { status: t(`reports.statuses.${state}`), n: open[state].length })}
            </StatusWord>
          </dt>
          {open[state].map((item) => (
            <dd key={`${item.unitCode} ${item.month}`}>
              <ReportName item={item} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function ReportName({ item }: { item: Item }) {
  const { t, i18n } = useTranslation();
  const name = t("reports.monthly.ofMonth", { unit: item.unitName, month: monthText(item.month, i18n.language) });
  if (item.id === null) return name;
  return (
    <Link to="/reports/monthly/$reportId" params={{ reportId: item.id }}>
      {name}
    </Link>
  );
}
