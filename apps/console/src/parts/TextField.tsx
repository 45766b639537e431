import { Form, Input } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

const PASSWORD_MAX = 128;

type FieldProps = { name: string | (string | number)[]; label: ReactNode; isRequired: boolean; extra?: ReactNode; placeholder?: string };

export function TextField(props: FieldProps & { maxLength: number; autoComplete?: string }) {
  return (
    <Field {...props}>
      <Input maxLength={props.maxLength} placeholder={props.placeholder ?? ""} autoComplete={props.autoComplete ?? "off"} />
    </Field>
  );
}

export function PasswordField(props: FieldProps & { autoComplete: "current-password" | "new-password" }) {
  return (
    <Field {...props}>
      <Input.Password maxLength={PASSWORD_MAX} autoComplete={props.autoComplete} />
    </Field>
  );
}

export function LongTextField(props: FieldProps & { maxLength: number; rows: number }) {
  return (
    <Field {...props}>
      <Input.TextArea maxLength={props.maxLength} autoSize={{ minRows: props.rows, maxRows: props.rows * 3 }} placeholder={props.placeholder ?? ""} />
    </Field>
  );
}

export function DayField(props: FieldProps & { min?: string; max?: string }) {
  return (
    <Field {...props}>
      <Input type="date" {...(props.min === undefined ? {} : { min: props.min })} {...(props.max === undefined ? {} : { max: props.max })} />
    </Field>
  );
}

function Field({ name, label, isRequired, extra, children }: FieldProps & { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      validateTrigger="onBlur"
      rules={isRequired ? [{ required: true, whitespace: true, message: t("fields.required") }] : []}
    >
      {children}
    </Form.Item>
  );
}
