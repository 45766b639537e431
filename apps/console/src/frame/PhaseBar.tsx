import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import styles from "./PhaseBar.module.css";
import { useFrame } from "./use-frame.ts";

/** The present phase of the campaign, and how long it still lasts. */
export function PhaseBar() {
  const { t } = useTranslation();
  const { campaign } = useFrame();
  const { phase, phaseWindow, plan } = campaign;
  const at = plan.phases.findIndex((one) => one.key === phase);
  const position = phase === "ended" ? plan.phases.length : at;
  return (
    <Link to="/phase" className={styles["phase"]} title={t("frame.phase.bar")}>
      <span className={styles["segments"]} aria-hidden="true">
        {plan.phases.map((one, index) => (
          <span
            key={one.key}
            className={index < position ? styles["done"] : index === position ? styles["now"] : styles["ahead"]}
          />
        ))}
      </span>
      <strong>{t(`phases.${phase}`)}</strong>
      {phaseWindow === null || phase === "ended" ? null : (
        <span className={styles["rest"]}>
          <span className={styles["month"]}>{t("frame.phase.month", { n: phaseWindow.monthNo })}</span>
          <span>
            {phaseWindow.daysLeft > 0
              ? t("frame.phase.daysLeft", { n: phaseWindow.daysLeft })
              : phaseWindow.daysLeft === 0
                ? t("frame.phase.lastDay")
                : t("frame.phase.daysOver", { n: -phaseWindow.daysLeft })}
          </span>
        </span>
      )}
    </Link>
  );
}
