import { CalendarOutlined } from "@ant-design/icons";
import { Input } from "antd";
import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { beyond, dayOfTyped, type DayRange } from "../formats/typed-day.ts";
import styles from "./DayInput.module.css";

const LONGEST_DAY = 20;

type DayInputProps = DayRange & {
  id?: string;
  label?: string;
  value?: string;
  onChange?: (text: string) => void;
  onBlur?: () => void;
  "aria-required"?: boolean | "true" | "false";
  "aria-invalid"?: boolean | "true" | "false";
  "aria-describedby"?: string;
};

/** A day, written 2009-02-17 in every browser: typed in any usual spelling, or taken from the calendar. */
export function DayInput({ label, value, min, max, onChange, onBlur, ...field }: DayInputProps) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const typed = value ?? "";
  const day = dayOfTyped(typed);
  const range = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  const settle = () => {
    if (day !== null && day !== typed) onChange?.(day);
  };
  const settleOnEnter = (event: KeyboardEvent) => {
    if (event.key === "Enter") settle();
  };
  return (
    <div className={styles["field"]}>
      <Input
        {...field}
        {...(label === undefined ? {} : { "aria-label": label })}
        value={typed}
        maxLength={LONGEST_DAY}
        autoComplete="off"
        placeholder={t("fields.dayForm")}
        onChange={(event) => onChange?.(event.target.value)}
        onKeyDown={settleOnEnter}
        onBlur={() => {
          settle();
          onBlur?.();
        }}
        suffix={
          <button
            type="button"
            className={styles["button"]}
            aria-label={t("fields.openCalendar")}
            onClick={() => picker.current?.showPicker()}
          >
            <CalendarOutlined aria-hidden="true" />
          </button>
        }
      />
      <input
        ref={picker}
        type="date"
        className={styles["picker"]}
        tabIndex={-1}
        aria-hidden="true"
        // The calendar would move a day outside the range into it.
        value={day !== null && beyond(day, range) === null ? day : ""}
        {...range}
        onChange={(event) => onChange?.(event.target.value)}
      />
    </div>
  );
}
