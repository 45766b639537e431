import { useTranslation } from "react-i18next";
import { dayText } from "../../../../formats/days.ts";
import { useFrame } from "../../../../frame/use-frame.ts";
import { Mark } from "../../../../parts/Mark.tsx";
import styles from "./PhaseTabs.module.css";

type PhaseKey = "deployment" | "selfCheck" | "acceptance" | "summary";
const SHAPES = { passed: "check", running: "half", ahead: "ring" } as const;

export function PhaseTabs({ shown, onChoose }: { shown: PhaseKey; onChoose: (phase: PhaseKey) => void }) {
  const { t, i18n } = useTranslation();
  const { campaign } = useFrame();
  const { phases } = campaign.plan;
  const now = campaign.phase === "ended" ? phases.length : phases.findIndex((one) => one.key === campaign.phase);
  return (
    <div className={styles["tabs"]} role="tablist" aria-label={t("phasePage.title")}>
      {phases.map((phase, at) => {
        const state = at < now ? "passed" : at === now ? "running" : "ahead";
        return (
          <button
            key={phase.key}
            type="button"
            role="tab"
            aria-selected={phase.key === shown}
            className={`${styles["tab"]} ${styles[state]} ${phase.key === shown ? styles["shown"] : ""}`}
            onClick={() => onChoose(phase.key)}
          >
            <span className={styles["name"]}>
              <Mark shape={SHAPES[state]} size={14} />
              <span>{t(`phases.ordinal.${phase.key}`)}</span>
              <strong>{t(`phases.${phase.key}`)}</strong>
            </span>
            <span className={styles["state"]}>{t(`phasePage.tabs.${state}`)}</span>
            <span className={styles["window"]}>
              {t("phasePage.tabs.window", {
                from: dayText(phase.startsOn, i18n.language),
                to: dayText(phase.endsOn, i18n.language),
              })}
            </span>
          </button>
        );
      })}
    </div>
  );
}
