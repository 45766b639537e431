import type { ReactNode } from "react";
import { Mark } from "./Mark.tsx";
import styles from "./WorkCard.module.css";

export type WorkCardProps = {
  number: string;
  unitName: string;
  amount: ReactNode | null;
  title: string;
  remark: ReactNode | null;
  isReturned: boolean;
  returnedWord: string;
  due: ReactNode;
  act: ReactNode;
  isChosen: boolean;
};

/**
 * A matter that waits: number, unit, amount; its text in bold; the last remark as a quotation; due word; one button.
 */
export function WorkCard(props: WorkCardProps) {
  return (
    <article
      className={props.isChosen ? `${styles["card"]} ${styles["chosen"]}` : styles["card"]}
      aria-label={props.title}
      data-chosen={props.isChosen}
    >
      <p className={styles["head"]}>
        {props.number === "" ? null : <span className={styles["number"]}>{props.number}</span>}
        <span>{props.unitName}</span>
        {props.amount === null ? null : <span className={styles["amount"]}>{props.amount}</span>}
      </p>
      <p className={styles["title"]}>{props.title}</p>
      {props.remark === null ? null : (
        <p className={props.isReturned ? styles["returned"] : styles["remark"]}>
          {props.isReturned ? <Mark shape="back" /> : null}
          {props.isReturned ? <span className="visually-hidden">{props.returnedWord}</span> : null}
          <span>{props.remark}</span>
        </p>
      )}
      <div className={styles["due"]}>{props.due}</div>
      <div className={styles["act"]}>{props.act}</div>
    </article>
  );
}
