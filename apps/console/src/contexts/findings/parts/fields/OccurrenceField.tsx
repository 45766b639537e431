import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { isOccurredLater, occurrenceOf } from "../register/register-values.ts";

/** When it occurred, to the year, month or day, and never after its discovery in the same form. */
export function OccurrenceField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="occurrence"
      label={t("registerForm.occurredText")}
      extra={t("registerForm.occurredHint")}
      dependencies={["discoveredOn"]}
      validateTrigger="onBlur"
      rules={[
        { required: true, message: t("fields.required") },
        ({ getFieldValue }) => ({
          validator: (_, text: string | undefined) => {
            if ((text ?? "") === "") return Promise.resolve();
            if (occurrenceOf(text ?? "") === null) return Promise.reject(new Error(t("registerForm.occurredInvalid")));
            const isLater = isOccurredLater({
              occurrence: text ?? "",
              discoveredOn: String(getFieldValue("discoveredOn") ?? ""),
            });
            return isLater ? Promise.reject(new Error(t("registerForm.occurredAfter"))) : Promise.resolve();
          },
        }),
      ]}
    >
      <Input autoComplete="off" />
    </Form.Item>
  );
}
