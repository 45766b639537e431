import type { ReactNode } from "react";
import styles from "./States.module.css";

/** Says what would be here, and the one way to begin. */
export function EmptyState({ what, children }: { what: ReactNode; children?: ReactNode }) {
  return (
    <div className={styles["empty"]}>
      <p>{what}</p>
      {children}
    </div>
  );
}
