import type { GateState } from "@anji/campaign";
import { useTranslation } from "react-i18next";
import styles from "./GateMatrix.module.css";
import { GATE_LOOKS } from "./gates.ts";
import { Mark } from "./Mark.tsx";
import { StatusWord } from "./StatusWord.tsx";

type GateCell = { readonly rule: string; readonly passed: number; readonly total: number; readonly state: GateState };
type MatrixRow = {
  readonly unitCode: string;
  readonly unitName: string;
  readonly cells: readonly GateCell[];
  readonly state: GateState;
};
type GateHead = { readonly rule: string; readonly number: number; readonly title: string };

type GateMatrixProps = {
  heads: readonly GateHead[];
  rows: readonly MatrixRow[];
  total: readonly GateCell[];
  totalName: string;
  onOpenCell: (cell: { rule: string; unitCode: string }) => void;
};

/** Units × gates: each cell says passed / total with a shape, and opens its list. */
export function GateMatrix({ heads, rows, total, totalName, onOpenCell }: GateMatrixProps) {
  const { t } = useTranslation();
  return (
    <div className={styles["frame"]} tabIndex={0} role="region" aria-label={t("gates.matrix")}>
      <table className={styles["matrix"]}>
        <thead>
          <tr>
            <th scope="col">{t("gates.unit")}</th>
            {heads.map((head) => (
              <th key={head.rule} scope="col" title={head.title}>
                <span className={styles["number"]}>{head.number}</span>
                <span className={styles["headTitle"]}>{head.title}</span>
              </th>
            ))}
            <th scope="col" className={styles["last"]}>
              {t("gates.readiness")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.unitCode}>
              <th scope="row">{row.unitName}</th>
              {row.cells.map((cell) => (
                <td key={cell.rule}>
                  <Cell cell={cell} onOpen={() => onOpenCell({ rule: cell.rule, unitCode: row.unitCode })} />
                </td>
              ))}
              <td className={styles["last"]}>
                <StatusWord {...GATE_LOOKS[row.state]}>
                  {t(`gates.ready.${row.state}`, { short: shortBy(row.cells) })}
                </StatusWord>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{totalName}</th>
            {total.map((cell) => (
              <td key={cell.rule} className={cell.state === "fail" ? styles["totalFailing"] : undefined}>
                {cell.state === "none" ? t("gates.none") : t("gates.ratio", { passed: cell.passed, total: cell.total })}
              </td>
            ))}
            <td className={styles["last"]}>
              {t("gates.readyUnits", { ready: rows.filter((row) => row.state !== "fail").length, of: rows.length })}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Cell({ cell, onOpen }: { cell: GateCell; onOpen: () => void }) {
  const { t } = useTranslation();
  const word = t(`gates.states.${cell.state}`);
  const ratio = cell.state === "none" ? t("gates.none") : t("gates.ratio", { passed: cell.passed, total: cell.total });
  return (
    <button
      type="button"
      className={`${styles["cell"]} ${styles[cell.state]}`}
      onClick={onOpen}
      aria-label={t("gates.cell", { state: word, ratio })}
    >
      <Mark shape={GATE_LOOKS[cell.state].shape} size={11} />
      {ratio}
    </button>
  );
}

function shortBy(cells: readonly GateCell[]): number {
  return cells.filter((cell) => cell.state === "fail").length;
}
