import type { ReactNode } from "react";
import styles from "./PageTitle.module.css";

export type TitleFact = { readonly label: string | null; readonly value: ReactNode };

/** The head of a page: its name, under it scope, cut-off time and completeness, at the right the acts. */
export function PageTitle({
  title,
  facts,
  children,
}: {
  title: ReactNode;
  facts: readonly TitleFact[];
  children?: ReactNode;
}) {
  return (
    <header className={styles["head"]}>
      <div className={styles["words"]}>
        <h1>{title}</h1>
        <p className={styles["facts"]}>
          {facts.map((fact, at) => (
            <span key={fact.label ?? at} className={styles["fact"]}>
              {fact.label === null ? null : <span className={styles["label"]}>{fact.label}</span>}
              {fact.value}
            </span>
          ))}
        </p>
      </div>
      {children === undefined ? null : <div className={styles["acts"]}>{children}</div>}
    </header>
  );
}
