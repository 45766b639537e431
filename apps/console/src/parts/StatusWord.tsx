import type { ReactNode } from "react";
import { Mark, type Shape } from "./Mark.tsx";
import styles from "./StatusWord.module.css";

export type Tone = "plain" | "muted" | "primary" | "good" | "soon" | "overdue" | "referred";

/** Status is word + shape + colour. */
export function StatusWord({ tone, shape, children }: { tone: Tone; shape: Shape; children: ReactNode }) {
  return (
    <span className={`${styles["word"]} ${styles[tone]}`}>
      <Mark shape={shape} />
      <span>{children}</span>
    </span>
  );
}
