import { AMOUNT_COLUMNS, type FigureKey, type UnitFigure } from "@anji/figures";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { wanYuan } from "../../../formats/money.ts";
import { Chip, ChipRow } from "../../../parts/Chip.tsx";
import { EmptyState } from "../../../parts/EmptyState.tsx";
import { Panel } from "../../../parts/Panel.tsx";
import { type Column, RowTable } from "../../../parts/RowTable.tsx";
import { FigureButton } from "./FigureButton.tsx";
import styles from "./Figures.module.css";
import { type LedgerFigures, type MonthlyReport, type OpenFigure } from "./report-figures.ts";

type Figures = LedgerFigures & Partial<Pick<MonthlyReport["figures"], "thisMonth">>;
type Line = LedgerFigures["byCategory"][number];
const GROUPS = ["category", "fund", "unit", "kind", "status"] as const;
type Group = (typeof GROUPS)[number];
type FiguresPanelProps = { figures: Figures; onOpen: (figure: OpenFigure) => void };
/** A month's report also shows the month's own figures, and opens the units it counts. */
type OfMonth = { isMonth: boolean };

/** The frozen figures of a report, each one pressable. */
export function FiguresPanel({ figures, isMonth, onOpen }: FiguresPanelProps & OfMonth) {
  const { t } = useTranslation();
  const [group, setGroup] = useState<Group>("category");
  return (
    <Panel title={t("reports.figures.title")} note={t("reports.figures.note")} aside={t("money.unit")}>
      <FigureChips figures={figures} isMonth={isMonth} onOpen={onOpen} />
      <div className={styles["choice"]}>
        <ChipRow label={t("reports.figures.line")}>
          {GROUPS.map((one) => (
            <Chip key={one} isOn={one === group} count={null} onToggle={() => setGroup(one)}>
              {t(`reports.figures.groups.${one}`)}
            </Chip>
          ))}
        </ChipRow>
      </div>
      {group === "status" ? (
        <StatusTable figures={figures} onOpen={onOpen} />
      ) : (
        <LineTable group={group} figures={figures} onOpen={onOpen} />
      )}
    </Panel>
  );
}

function FigureChips({ figures, isMonth, onOpen }: FiguresPanelProps & OfMonth) {
  const { t } = useTranslation();
  const { total } = figures;
  const thisMonth = isMonth ? figures.thisMonth : undefined;
  const overall: [FigureKey["quantity"], string, string][] = [
    ["count", t("reports.figures.count"), String(total.count)],
    ["overdue", t("reports.figures.overdue"), String(figures.overdueCount)],
    ["planned", t("reports.figures.planned"), String(figures.plannedCount)],
    ...LISTED_AMOUNTS.map((key): [FigureKey["quantity"], string, string] => [
      key,
      key === "found" ? t("reports.figures.found") : t(`amounts.${key}`),
      wanYuan(total[key]),
    ]),
  ];
  const month: [FigureKey["quantity"], string, string][] =
    thisMonth === undefined
      ? []
      : [
          ["count", t("reports.figures.newCount"), String(thisMonth.found.count)],
          ["closed", t("reports.figures.newClosed"), String(thisMonth.closedCount)],
          ["found", t("reports.figures.newFound"), wanYuan(thisMonth.found.amount)],
          ["recovered", t("reports.figures.newRecovered"), wanYuan(thisMonth.recovered)],
          ["repaid", t("reports.figures.newRepaid"), wanYuan(thisMonth.repaid)],
          ["rebooked", t("reports.figures.newRebooked"), wanYuan(thisMonth.rebooked)],
          ["writtenOff", t("reports.figures.newWrittenOff"), wanYuan(thisMonth.writtenOff)],
          ["reduced", t("reports.figures.newReduced"), wanYuan(thisMonth.reduced)],
        ];
  const chip =
    (by: "total" | "thisMonth") =>
    ([quantity, name, value]: [FigureKey["quantity"], string, string]) => (
      <div key={quantity}>
        <dt>{name}</dt>
        <dd>
          <FigureButton
            name={name}
            value={value}
            onOpen={() => onOpen({ figure: { by, key: null, quantity }, name, value })}
          />
        </dd>
      </div>
    );
  const unitChip = (unitFigure: UnitFigure, count: number) => {
    const name = t(`reports.figures.units.${unitFigure}`);
    return (
      <div key={unitFigure}>
        <dt>{name}</dt>
        <dd>
          {isMonth ? (
            <FigureButton
              name={name}
              value={String(count)}
              onOpen={() => onOpen({ unitFigure, name, value: String(count) })}
            />
          ) : (
            count
          )}
        </dd>
      </div>
    );
  };
  return (
    <>
      {month.length === 0 ? null : <h3 className={styles["heading"]}>{t("reports.figures.thisMonth")}</h3>}
      {month.length === 0 ? null : <dl className={styles["chips"]}>{month.map(chip("thisMonth"))}</dl>}
      <h3 className={styles["heading"]}>{t("reports.figures.overall")}</h3>
      <dl className={styles["chips"]}>
        {overall.map(chip("total"))}
        {unitChip("selfCheckDone", figures.selfCheck.done)}
        {unitChip("selfCheckTotal", figures.selfCheck.total)}
        {unitChip("selfCheckFound", figures.selfCheck.found)}
        {unitChip("selfCheckNil", figures.selfCheck.nil)}
        {unitChip("selfCheckMissing", figures.selfCheck.missing)}
        {unitChip("selfCheckLate", figures.selfCheck.late)}
        {unitChip("groupEstablished", figures.groups.established)}
        {unitChip("implementingPlanFiled", figures.groups.implementingPlanFiled)}
      </dl>
    </>
  );
}

/** 认定总额 is what was found and what was reduced together. */
const LISTED_AMOUNTS = AMOUNT_COLUMNS.filter((column) => column !== "stated");

const LINES_OF = { category: "byCategory", fund: "byFund", unit: "byUnit", kind: "byKind" } as const;

function LineTable({ group, figures, onOpen }: FiguresPanelProps & { group: Exclude<Group, "status"> }) {
  const { t } = useTranslation();
  const lines = figures[LINES_OF[group]];
  const cell = (line: Pick<Line, "name">, key: FigureKey, column: string, value: string) => {
    const name = t("reports.figures.ofLine", { line: line.name, column });
    return <FigureButton name={name} value={value} onOpen={() => onOpen({ figure: key, name, value })} />;
  };
  const columns: Column<Line>[] = [
    { key: "name", title: t("reports.figures.line"), cell: (line) => line.name },
    {
      key: "count",
      title: t("reports.figures.count"),
      align: "end",
      cell: (line) =>
        cell(line, { by: group, key: line.key, quantity: "count" }, t("reports.figures.count"), String(line.count)),
    },
    ...LISTED_AMOUNTS.map((quantity): Column<Line> => {
      const title = quantity === "found" ? t("reports.figures.found") : t(`amounts.${quantity}`);
      return {
        key: quantity,
        title,
        align: "end",
        isSecondary: quantity !== "found" && quantity !== "outstanding",
        cell: (line) => cell(line, { by: group, key: line.key, quantity }, title, wanYuan(line[quantity])),
      };
    }),
  ];
  if (lines.length === 0) return <EmptyState what={t("reports.figures.none")} />;
  const totalName = { name: t("reports.figures.total") };
  return (
    <RowTable
      caption={t(`reports.figures.groups.${group}`)}
      columns={columns}
      rows={lines}
      rowKey={(line) => line.key}
      foot={[
        totalName.name,
        cell(
          totalName,
          { by: "total", key: null, quantity: "count" },
          t("reports.figures.count"),
          String(figures.total.count),
        ),
        ...LISTED_AMOUNTS.map((quantity) => (
          <span key={quantity}>
            {cell(
              totalName,
              { by: "total", key: null, quantity },
              t(`amounts.${quantity}`),
              wanYuan(figures.total[quantity]),
            )}
          </span>
        )),
      ]}
    />
  );
}

function StatusTable({ figures, onOpen }: FiguresPanelProps) {
  const { t } = useTranslation();
  const columns: Column<LedgerFigures["byStatus"][number]>[] = [
    { key: "status", title: t("findings.status"), cell: (line) => t(`findings.statuses.${line.status}`) },
    ...(["count", "found"] as const).map((quantity): Column<LedgerFigures["byStatus"][number]> => {
      const title = t(`reports.figures.${quantity}`);
      return {
        key: quantity,
        title,
        align: "end",
        cell: (line) => {
          const value = quantity === "count" ? String(line.count) : wanYuan(line.found);
          const name = t("reports.figures.ofLine", { line: t(`findings.statuses.${line.status}`), column: title });
          return (
            <FigureButton
              name={name}
              value={value}
              onOpen={() => onOpen({ figure: { by: "status", key: line.status, quantity }, name, value })}
            />
          );
        },
      };
    }),
  ];
  return (
    <RowTable
      caption={t("reports.figures.groups.status")}
      columns={columns}
      rows={figures.byStatus}
      rowKey={(line) => line.status}
    />
  );
}
