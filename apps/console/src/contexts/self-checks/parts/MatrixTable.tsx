import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { dayOfInstant } from "./signed-on.ts";
import { wanYuan } from "../../../formats/money.ts";
import { useFrame } from "../../../frame/use-frame.ts";
import { usePlanNames } from "../../../frame/use-plan-names.ts";
import { FundCells } from "./FundCells.tsx";
import { PartMarks } from "./marks.tsx";
import styles from "./SelfChecks.module.css";
import type { Matrix, Part, PartAct } from "./self-check.ts";

type MatrixTableProps = { matrix: Matrix; onAct: (act: PartAct) => void };

/** One line a department, one column a fund, four cells in each. On a phone each department is a block of its own. */
export function MatrixTable({ matrix, onAct }: MatrixTableProps) {
  const { t } = useTranslation();
  const { plan } = useFrame().campaign;
  const names = usePlanNames();
  const countOf = (fundLine: string) =>
    matrix.declarants
      .flatMap((one) => one.cells)
      .filter((cell) => cell.fundLine === fundLine)
      .reduce((sum, cell) => sum + cell.count, 0);
  const total = matrix.declarants.reduce((sum, one) => sum + foundOf(one), 0n);
  const signed = matrix.declarants.filter((one) => one.state === "signed").length;
  return (
    <div className={styles["frame"]}>
      <table className={styles["matrix"]}>
        <caption className="visually-hidden">{t("selfChecks.matrix", { unit: matrix.unitName })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("selfChecks.department")}</th>
            {plan.fundLines.map((fund) => (
              <th key={fund.code} scope="col">
                {fund.shortName}
              </th>
            ))}
            <th scope="col" className={styles["end"]}>
              {t("selfChecks.amount")}
            </th>
            <th scope="col">{t("selfChecks.signature")}</th>
          </tr>
        </thead>
        <tbody>
          {matrix.declarants.map((part) => (
            <tr key={part.code}>
              <th scope="row">
                {part.name}
                <small>{part.answeredBy === null ? "" : t("selfChecks.answeredBy", { name: part.answeredBy })}</small>
              </th>
              {plan.fundLines.map((fund) => (
                <td key={fund.code} data-title={names.fundShort(fund.code)}>
                  <FundCells part={part} fundLine={fund.code} />
                </td>
              ))}
              <td className={styles["end"]} data-title={t("selfChecks.amount")}>
                {wanYuan(foundOf(part).toString())}
              </td>
              <td>
                <PartMarks part={part} />
                <small>{part.signedAt === null ? "" : dayOfInstant(part.signedAt)}</small>
                <PartActs part={part} onAct={onAct} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("selfChecks.total")}</th>
            {plan.fundLines.map((fund) => (
              <td key={fund.code} data-title={names.fundShort(fund.code)}>
                {t("selfChecks.pieces", { n: countOf(fund.code) })}
              </td>
            ))}
            <td className={styles["end"]}>{wanYuan(total.toString())}</td>
            <td>{t("selfChecks.ofParts", { signed, of: matrix.declarants.length })}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function foundOf(part: Part): bigint {
  return part.cells.reduce((sum, cell) => sum + BigInt(cell.foundFen), 0n);
}

/** The acts that the server opens for this person; the next one first. */
function PartActs({ part, onAct }: { part: Part; onAct: MatrixTableProps["onAct"] }) {
  const { t } = useTranslation();
  const open = (["sign", "answer", "return"] as const).filter((act) => part.whyNot[act] === null);
  return (
    <span className={styles["acts"]}>
      {part.returnedRemark === null ? null : (
        <small>{t("selfChecks.returnedFor", { remark: part.returnedRemark })}</small>
      )}
      {open.map((act, at) => (
        <Button
          key={act}
          size="small"
          type={at === 0 && act !== "return" ? "primary" : "default"}
          onClick={() => onAct({ act, part })}
        >
          {t(`selfChecks.acts.${act}`)}
        </Button>
      ))}
    </span>
  );
}
