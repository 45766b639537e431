import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { capitalAmount, fenOfWanYuan, yuan } from "../../formats/money.ts";
import styles from "./AmountField.module.css";

type AmountFieldProps = { name: string | (string | number)[]; label: string; hint: string; typed: string | undefined };

/** An amount typed in 万元, echoed in yuan and in capitals while typing. */
export function AmountField({ name, label, hint, typed }: AmountFieldProps) {
  const { t } = useTranslation();
  const fen = fenOfWanYuan(typed ?? "");
  return (
    <Form.Item
      name={name}
      label={label}
      validateTrigger="onBlur"
      extra={
        fen === null ? (
          hint
        ) : (
          <span className={styles["echo"]} aria-live="polite">
            <span>{capitalAmount(fen)}</span>
            <span>{yuan(fen)}</span>
          </span>
        )
      }
      rules={[
        { required: true, message: t("fields.required") },
        {
          validator: (_, text: string | undefined) =>
            (text ?? "") === "" || fenOfWanYuan(text ?? "") !== null ? Promise.resolve() : Promise.reject(new Error(t("fields.amountForm"))),
        },
      ]}
    >
      <Input className={styles["amount"] ?? ""} inputMode="decimal" autoComplete="off" />
    </Form.Item>
  );
}
