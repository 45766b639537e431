import { Mark } from "./Mark.tsx";
import styles from "./StepLine.module.css";

/** The steps of something done in order, and where one is. */
export function StepLine({ label, steps, at }: { label: string; steps: readonly string[]; at: number }) {
  return (
    <ol className={styles["line"]} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={index < at ? styles["passed"] : index === at ? styles["now"] : styles["ahead"]}
          {...(index === at ? { "aria-current": "step" } : {})}
        >
          <Mark shape={index < at ? "check" : index === at ? "half" : "ring"} />
          {step}
        </li>
      ))}
    </ol>
  );
}
