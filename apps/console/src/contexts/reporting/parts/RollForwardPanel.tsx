import { ROLL_COLUMNS, ROLL_ROWS, type RollColumn } from "@anji/figures";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { monthText } from "../../../formats/days.ts";
import { wanYuan } from "../../../formats/money.ts";
import { Chip, ChipRow } from "../../../parts/Chip.tsx";
import { EmptyState } from "../../../parts/EmptyState.tsx";
import { Panel } from "../../../parts/Panel.tsx";
import { type Column, RowTable } from "../../../parts/RowTable.tsx";
import { FigureButton } from "./FigureButton.tsx";
import styles from "./Figures.module.css";
import type { LedgerFigures, MonthlyReport, SummaryReport } from "./report-figures.ts";
import { type OpenRoll, RollDrawer } from "./RollDrawer.tsx";

type Roll = LedgerFigures["rollForward"];
type Line = Roll["byUnit"][number];
type Rows = (typeof ROLL_ROWS)[number];
/** The movements whose lines say what is different since the opening. */
const DIFFERENCES = ["added", "correction", "reduced"] as const satisfies readonly RollColumn[];

/** 期初 + 新增 ± 更正 − 核减 − 四种去向 = 期末; each number opens its lines from the two frozen sets. */
export function RollForwardPanel({ report }: { report: MonthlyReport | SummaryReport }) {
  const { t, i18n } = useTranslation();
  const [by, setBy] = useState<Rows>("byUnit");
  const [shown, setShown] = useState<OpenRoll | null>(null);
  const { rollForward } = report.figures;
  const standing = new Map(report.cities.map((city) => [city.unitCode, city]));
  const cell = (line: { key: string | null; name: string }, column: RollColumn, amount: string) => {
    const name = t("reports.figures.ofLine", { line: line.name, column: t(`reports.roll.columns.${column}`) });
    const open = { by: line.key === null ? null : by, key: line.key, column, name, value: wanYuan(amount) };
    return amount === "0" ? "—" : <FigureButton name={name} value={open.value} onOpen={() => setShown(open)} />;
  };
  const nameOf = (line: Line) => {
    const city = by === "byUnit" ? standing.get(line.key) : undefined;
    if (city === undefined || city.standing === "received") return line.name;
    return t("reports.roll.unsigned", { unit: line.name, status: t(`reports.statuses.${city.standing}`) });
  };
  const columns: Column<Line>[] = [
    { key: "name", title: t("reports.figures.line"), isWrapped: true, cell: nameOf },
    ...ROLL_COLUMNS.map((column): Column<Line> => ({
      key: column,
      title: t(`reports.roll.columns.${column}`),
      align: "end",
      isSecondary: column !== "opening" && column !== "closing",
      cell: (line) => cell(line, column, line[column]),
    })),
  ];
  const total = { key: null, name: t("reports.figures.total") };
  const opening =
    report.openingMonth === null
      ? t("reports.roll.first")
      : t("reports.roll.openingOf", { month: monthText(report.openingMonth, i18n.language) });
  return (
    <Panel title={t("reports.roll.title")} note={opening} aside={t("money.unit")}>
      <dl className={styles["chips"]}>
        {DIFFERENCES.map((column) => (
          <div key={column}>
            <dt>{t(`reports.roll.columns.${column}`)}</dt>
            <dd>{cell(total, column, rollForward.total[column])}</dd>
          </div>
        ))}
      </dl>
      <div className={styles["choice"]}>
        <ChipRow label={t("reports.figures.line")}>
          {ROLL_ROWS.map((one) => (
            <Chip key={one} isOn={one === by} count={null} onToggle={() => setBy(one)}>
              {t(`reports.roll.rows.${one}`)}
            </Chip>
          ))}
        </ChipRow>
      </div>
      {rollForward[by].length === 0 ? (
        <EmptyState what={t("reports.figures.none")} />
      ) : (
        <RowTable
          caption={t("reports.roll.title")}
          columns={columns}
          rows={rollForward[by]}
          rowKey={(line) => line.key}
          foot={[
            total.name,
            ...ROLL_COLUMNS.map((column) => <span key={column}>{cell(total, column, rollForward.total[column])}</span>),
          ]}
        />
      )}
      {shown === null ? null : <RollDrawer cutOffId={report.cutOffId} shown={shown} onClose={() => setShown(null)} />}
    </Panel>
  );
}
