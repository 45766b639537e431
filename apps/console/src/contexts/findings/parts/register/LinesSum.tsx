import { useTranslation } from "react-i18next";
import { capitalAmount, wanYuan, yuan } from "../../../../formats/money.ts";
import styles from "./LineFields.module.css";
import { foundOf, type LineValues } from "./register-values.ts";

/** 合计 of all lines, in 万元, 元角分 and capitals. */
export function LinesSum({ lines }: { lines: readonly LineValues[] }) {
  const { t } = useTranslation();
  const sum = foundOf(lines);
  return (
    <p className={styles["sum"]} aria-live="polite">
      <strong>{t("registerForm.linesSum", { n: lines.length, amount: sum === null ? "—" : wanYuan(sum) })}</strong>
      {sum === null ? null : (
        <>
          <span>{capitalAmount(sum)}</span>
          <span>{yuan(sum)}</span>
        </>
      )}
    </p>
  );
}
