import { useTranslation } from "react-i18next";
import styles from "./ProgressLine.module.css";

/** Progress of something that takes longer than a second; without a total it only shows that work goes on. */
export function ProgressLine({ label, done, total }: { label: string; done: number; total: number | null }) {
  const { t } = useTranslation();
  const percent = total === null || total === 0 ? null : Math.min(100, Math.floor((done * 100) / total));
  return (
    <div className={styles["line"]}>
      <div className={styles["words"]}>
        <span>{label}</span>
        {total === null || total === 0 ? null : <span>{t("states.progress", { done, total })}</span>}
      </div>
      <div
        className={styles["track"]}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(percent === null ? {} : { "aria-valuenow": percent })}
      >
        <span
          className={percent === null ? styles["restless"] : styles["bar"]}
          style={percent === null ? undefined : { width: `${percent}%` }}
        />
      </div>
    </div>
  );
}
