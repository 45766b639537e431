import { Form, Input } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { dayText } from "../formats/days.ts";
import { beyond, dayOfTyped, type DayRange } from "../formats/typed-day.ts";
import { DayInput } from "./DayInput.tsx";

type FieldProps = {
  name: string | (string | number)[];
  label: ReactNode;
  isRequired: boolean;
  extra?: ReactNode;
  placeholder?: string;
};

/** A text longer than allowed stays as typed or pasted, with a message. It is never cut off without a word. */
export function TextField(props: FieldProps & { maxLength: number; autoComplete?: string }) {
  const mistakeIn = useLengthMistake(props.maxLength);
  return (
    <Field {...props} mistakeIn={mistakeIn}>
      <Input placeholder={props.placeholder ?? ""} autoComplete={props.autoComplete ?? "off"} />
    </Field>
  );
}

type PasswordFieldProps = FieldProps & { maxLength: number; autoComplete: "current-password" | "new-password" };

export function PasswordField(props: PasswordFieldProps) {
  return (
    <Field {...props}>
      <Input.Password maxLength={props.maxLength} autoComplete={props.autoComplete} />
    </Field>
  );
}

export function LongTextField(props: FieldProps & { maxLength: number; rows: number }) {
  const mistakeIn = useLengthMistake(props.maxLength);
  return (
    <Field {...props} mistakeIn={mistakeIn}>
      <Input.TextArea
        autoSize={{ minRows: props.rows, maxRows: props.rows * 3 }}
        placeholder={props.placeholder ?? ""}
      />
    </Field>
  );
}

export function DayField({ min, max, ...props }: FieldProps & DayRange) {
  const { t, i18n } = useTranslation();
  const range = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  function mistakeIn(text: string): string | null {
    const day = dayOfTyped(text);
    if (day === null) return t("fields.dayInvalid");
    const passed = beyond(day, range);
    if (passed === null) return null;
    return passed === "min"
      ? t("fields.dayEarliest", { day: dayText(min ?? "", i18n.language) })
      : t("fields.dayLatest", { day: dayText(max ?? "", i18n.language) });
  }
  return (
    <Field {...props} mistakeIn={mistakeIn}>
      <DayInput {...range} />
    </Field>
  );
}

function useLengthMistake(max: number): (text: string) => string | null {
  const { t } = useTranslation();
  return (text) => (text.length > max ? t("fields.tooLong", { max, n: text.length }) : null);
}

type FieldOwn = { mistakeIn?: (text: string) => string | null; children: ReactNode };

function Field({ name, label, isRequired, extra, mistakeIn, children }: FieldProps & FieldOwn) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      validateTrigger="onBlur"
      rules={[
        ...(isRequired ? [{ required: true, whitespace: true, message: t("fields.required") }] : []),
        {
          validator: (_, text: string | undefined) => {
            const mistake = (text ?? "").trim() === "" ? null : (mistakeIn?.(text ?? "") ?? null);
            return mistake === null ? Promise.resolve() : Promise.reject(new Error(mistake));
          },
        },
      ]}
    >
      {children}
    </Form.Item>
  );
}
