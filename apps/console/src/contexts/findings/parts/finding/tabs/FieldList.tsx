import type { ReactNode } from "react";
import styles from "../FindingDetail.module.css";

export type FieldEntry = { readonly label: string; readonly value: ReactNode; readonly isWide?: boolean };

/** Known fields with their names; empty ones are left out. */
export function FieldList({ fields }: { fields: readonly FieldEntry[] }) {
  return (
    <dl className={styles["fields"]}>
      {fields
        .filter((field) => field.value !== null && field.value !== "" && field.value !== undefined)
        .map((field) => (
          <div key={field.label} className={field.isWide === true ? styles["wide"] : undefined}>
            <dt>{field.label}</dt>
            <dd>{field.value}</dd>
          </div>
        ))}
    </dl>
  );
}
