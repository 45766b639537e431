import { type ReactNode, useId, useState } from "react";
import styles from "./GroupedList.module.css";

/** One group of a list: folds, and keeps its count and nearest deadline visible. */
export function ListGroup(props: {
  title: ReactNode;
  count: ReactNode;
  nearest: ReactNode;
  isOpenAtFirst: boolean;
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(props.isOpenAtFirst);
  const contentId = useId();
  return (
    <div className={styles["group"]}>
      <h3 className={styles["heading"]}>
        <button
          type="button"
          className={styles["toggle"]}
          aria-expanded={isOpen}
          aria-controls={contentId}
          onClick={() => setOpen(!isOpen)}
        >
          <svg
            width="10"
            height="10"
            viewBox="0 0 10 10"
            aria-hidden="true"
            className={isOpen ? styles["open"] : undefined}
          >
            <path d="m3 1 4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.6" />
          </svg>
          <span className={styles["title"]}>{props.title}</span>
          <span className={styles["count"]}>{props.count}</span>
          <span className={styles["nearest"]}>{props.nearest}</span>
        </button>
      </h3>
      <div id={contentId} hidden={!isOpen}>
        {props.children}
      </div>
    </div>
  );
}
