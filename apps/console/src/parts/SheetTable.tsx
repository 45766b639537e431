import { useTranslation } from "react-i18next";
import styles from "./SheetTable.module.css";

export type SheetMistake = {
  readonly sheet: string;
  readonly cell: string;
  readonly rule: string;
  readonly isWarning: boolean;
  readonly message: string;
};

/** What is wrong in a workbook: the cell in red, the rule's message, and what to write instead. */
export function SheetTable({ mistakes }: { mistakes: readonly SheetMistake[] }) {
  const { t } = useTranslation();
  return (
    <div className={styles["frame"]} tabIndex={0} role="region" aria-label={t("mistakes.label")}>
      <table className={styles["sheet"]}>
        <thead>
          <tr>
            <th scope="col" className={styles["where"]}>
              {t("mistakes.sheet")}
            </th>
            <th scope="col">{t("mistakes.cell")}</th>
            <th scope="col">{t("mistakes.kind")}</th>
            <th scope="col">{t("mistakes.message")}</th>
          </tr>
        </thead>
        <tbody>
          {mistakes.map((mistake) => (
            <tr key={`${mistake.sheet} ${mistake.cell} ${mistake.rule}`}>
              <td className={styles["where"]}>{mistake.sheet}</td>
              <td className={mistake.isWarning ? styles["doubtful"] : styles["wrong"]}>{mistake.cell}</td>
              <td>{mistake.isWarning ? t("mistakes.warning") : t("mistakes.mistake")}</td>
              <td className={styles["message"]}>{mistake.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
