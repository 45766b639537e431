import type { ReactNode } from "react";
import styles from "./Chip.module.css";

/** A rounded choice with its count; pressed means the list shows only this. */
export function Chip({
  isOn,
  count,
  onToggle,
  children,
}: {
  isOn: boolean;
  count: number | null;
  onToggle: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={isOn ? `${styles["chip"]} ${styles["on"]}` : styles["chip"]}
      aria-pressed={isOn}
      onClick={onToggle}
    >
      {children}
      {count === null ? null : <span className={styles["count"]}>{count}</span>}
    </button>
  );
}

export function ChipRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles["row"]} role="group" aria-label={label}>
      {children}
    </div>
  );
}
