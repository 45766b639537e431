import type { GateState } from "@anji/campaign";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./GateRow.module.css";
import { GATE_LOOKS } from "./gates.ts";
import { StatusWord } from "./StatusWord.tsx";

export type GateRowProps = {
  number: number;
  title: string;
  clause: string;
  owner: string;
  state: GateState;
  passed: number;
  total: number;
  /** Who or what fails, by name or number, as links. */
  offenders: ReactNode | null;
  onOpen: () => void;
};

/** A gate: number, what, the plan's sentence in quotes, owner, passed / total, offenders by number. */
export function GateRow(props: GateRowProps) {
  const { t } = useTranslation();
  return (
    <div className={props.state === "fail" ? `${styles["row"]} ${styles["failing"]}` : styles["row"]}>
      <span className={styles["number"]} aria-hidden="true">
        {props.number}
      </span>
      <div className={styles["words"]}>
        <h3 className={styles["title"]}>
          <button type="button" className={styles["open"]} onClick={props.onOpen}>
            {props.title}
          </button>
        </h3>
        <p className={styles["clause"]} title={props.clause}>
          {t("gates.quoted", { clause: props.clause })}
        </p>
        <p className={styles["foot"]}>
          {props.offenders}
          <span className={styles["owner"]}>{props.owner}</span>
        </p>
      </div>
      <div className={styles["result"]}>
        <StatusWord {...GATE_LOOKS[props.state]}>{t(`gates.states.${props.state}`)}</StatusWord>
        {props.state === "none" ? null : (
          <span>{t("gates.passedOf", { passed: props.passed, total: props.total })}</span>
        )}
      </div>
    </div>
  );
}
