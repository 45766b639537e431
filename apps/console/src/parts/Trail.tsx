import styles from "./Trail.module.css";

export type TrailStep = {
  readonly key: string;
  readonly what: string;
  readonly who: string;
  readonly documentNo: string | null;
  readonly remark: string | null;
  readonly details: readonly string[];
};

/** What happened, in order: who, when, from what to what, by which document. */
export function Trail({ steps }: { steps: readonly TrailStep[] }) {
  return (
    <ol className={styles["trail"]}>
      {steps.map((step) => (
        <li key={step.key} className={styles["step"]}>
          <p>
            <strong>{step.what}</strong>
            {step.documentNo === null ? null : <span className={styles["document"]}>{step.documentNo}</span>}
          </p>
          <p className={styles["who"]}>{step.who}</p>
          {step.remark === null ? null : <p className={styles["remark"]}>{step.remark}</p>}
          {step.details.map((detail) => (
            <p key={detail} className={styles["who"]}>
              {detail}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
