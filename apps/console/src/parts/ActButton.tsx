import { Button } from "antd";
import { type ReactNode, useId } from "react";
import styles from "./ActButton.module.css";
import { Mark } from "./Mark.tsx";

export type ActButtonProps = {
  label: ReactNode;
  /** Why it cannot be done now, in words; null when it can. */
  whyNot: ReactNode | null;
  /** The next lawful act of the page; only one is. */
  isPrimary: boolean;
  isBusy?: boolean;
  onAct: () => void;
};

/** An open act is a button. A blocked one is dashed with a lock, and says beside it what is missing. */
export function ActButton(props: ActButtonProps) {
  const whyId = useId();
  if (props.whyNot === null)
    return (
      <Button type={props.isPrimary ? "primary" : "default"} loading={props.isBusy === true} onClick={props.onAct}>
        {props.label}
      </Button>
    );
  return (
    <div className={styles["blocked"]}>
      <span id={whyId} className={styles["why"]}>
        {props.whyNot}
      </span>
      <Button
        type="dashed"
        className={styles["button"] ?? ""}
        icon={<Mark shape="lock" />}
        aria-disabled
        aria-describedby={whyId}
      >
        {props.label}
      </Button>
    </div>
  );
}
