import { useTranslation } from "react-i18next";
import styles from "./States.module.css";

/** Grey rows in the shape of the rows to come; `lines` is how many lines of text such a row has. */
export function RowSkeleton({ rows, lines }: { rows: number; lines: 1 | 2 | 3 }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-live="polite">
      <span className="visually-hidden">{t("states.loading")}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles["skeleton"]} aria-hidden="true">
          {Array.from({ length: lines }, (_line, line) => (
            <span key={line} style={{ width: `${[62, 88, 44][line] ?? 60}%` }} />
          ))}
        </div>
      ))}
    </div>
  );
}
