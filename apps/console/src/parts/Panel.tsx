import { type ReactNode, useId } from "react";
import styles from "./Panel.module.css";

/** A card: hairline, heading with a note, an act or legend at the right, and its content. */
export function Panel(props: {
  title: ReactNode;
  note?: ReactNode;
  aside?: ReactNode;
  isPadded?: boolean;
  children: ReactNode;
}) {
  const headingId = useId();
  return (
    <section className={styles["panel"]} aria-labelledby={headingId}>
      <header className={styles["head"]}>
        <h2 id={headingId}>{props.title}</h2>
        {props.note === undefined ? null : <span className={styles["note"]}>{props.note}</span>}
        {props.aside === undefined ? null : <div className={styles["aside"]}>{props.aside}</div>}
      </header>
      <div className={props.isPadded === true ? styles["padded"] : undefined}>{props.children}</div>
    </section>
  );
}
