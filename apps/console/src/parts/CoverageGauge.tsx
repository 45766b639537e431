import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./CoverageGauge.module.css";
import { StatusWord } from "./StatusWord.tsx";

export type Coverage = {
  readonly total: number;
  readonly needed: number;
  readonly done: number;
  readonly scheduled: number;
  readonly shortBy: number;
};

/** How many of the units are checked, how many are scheduled, and where the floor is. */
export function CoverageGauge({ name, coverage, place }: { name: string; coverage: Coverage; place: ReactNode }) {
  const { t } = useTranslation();
  const { total, needed, done, scheduled, shortBy } = coverage;
  const share = (count: number) => `${total === 0 ? 0 : (count * 100) / total}%`;
  const words = t("gauge.doneOf", { done, needed, total });
  return (
    <div className={styles["gauge"]}>
      <span className={styles["name"]}>{name}</span>
      <span className={styles["track"]} role="img" aria-label={words}>
        <span className={styles["done"]} style={{ width: share(done) }} />
        <span className={styles["scheduled"]} style={{ width: share(scheduled) }} />
        <span className={styles["floor"]} style={{ left: share(needed) }} />
      </span>
      <span className={styles["words"]}>
        {words} {place}
      </span>
      <span className={styles["state"]}>
        {total === 0 ? (
          <StatusWord tone="muted" shape="dash">
            {t("gauge.none")}
          </StatusWord>
        ) : shortBy === 0 ? (
          <StatusWord tone="good" shape="check">
            {t("gauge.reached")}
          </StatusWord>
        ) : (
          <StatusWord tone="overdue" shape="cross">
            {t("gauge.short", { n: shortBy })}
          </StatusWord>
        )}
        {scheduled === 0 ? null : <span className={styles["note"]}>{t("gauge.scheduled", { n: scheduled })}</span>}
      </span>
    </div>
  );
}
