import { Button, Form, type FormInstance } from "antd";
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import styles from "./ActForm.module.css";
import { isSaidAtField, placeMistakes } from "./field-mistakes.ts";
import { RefusalNotice } from "./RefusalNotice.tsx";

export type FormRefusal = { readonly message: string; readonly fields: readonly { path: string; message: string }[] };

export type ActFormProps<Values extends object> = {
  form: FormInstance<Values>;
  initial: Partial<Values>;
  submit: ReactNode;
  isSending: boolean;
  refused: FormRefusal | null;
  onSubmit: (values: Values) => void;
  onCancel?: () => void;
  onChange?: (values: Values) => void;
  /** Text beside the submit button: what is still missing, or how to submit by keys. */
  foot?: ReactNode;
  children: ReactNode;
};

/** A form of one act. Ctrl+Enter submits. The server's refusal is shown at the fields, and nothing typed is lost. */
export function ActForm<Values extends object>(props: ActFormProps<Values>) {
  const { t } = useTranslation();
  const { form, refused } = props;
  const fieldNames = () => form.getFieldsError().map((field) => [...field.name]);
  const sorted = refused === null ? null : placeMistakes(refused.fields, fieldNames());
  const placeAtFields = useEffectEvent((mistakes: FormRefusal["fields"]) =>
    setFieldErrors(form, placeMistakes(mistakes, fieldNames()).placed),
  );
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused === null) return;
    placeAtFields(refused.fields);
    // A long form is sent from its foot, but the answer is at its head.
    notice.current?.scrollIntoView({ block: "center" });
  }, [refused]);
  const submitByKeys = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.submit();
    }
  };
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={props.initial}
      onFinish={props.onSubmit}
      onValuesChange={(_, values) => props.onChange?.(values)}
      onKeyDown={submitByKeys}
      scrollToFirstError={{ focus: true }}
    >
      {refused === null || sorted === null || isSaidAtField(refused.message, sorted) ? null : (
        <div ref={notice}>
          <RefusalNotice message={refused.message} others={sorted.others} />
        </div>
      )}
      {props.children}
      <div className={styles["foot"]}>
        <span className={styles["hint"]}>{props.foot}</span>
        {props.onCancel === undefined ? null : <Button onClick={props.onCancel}>{t("acts.cancel")}</Button>}
        <Button type="primary" htmlType="submit" loading={props.isSending}>
          {props.submit}
        </Button>
      </div>
    </Form>
  );
}

// antd types the path by the form's values, but the names come from the form itself.
function setFieldErrors<Values extends object>(
  form: FormInstance<Values>,
  placed: { name: (string | number)[]; errors: string[] }[],
): void {
  form.setFields(placed as Parameters<typeof form.setFields>[0]);
}
