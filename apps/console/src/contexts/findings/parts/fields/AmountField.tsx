import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { capitalAmount, fenOfWanYuan, signedFenOfWanYuan, yuan } from "../../../../formats/money.ts";
import styles from "./AmountField.module.css";

type AmountFieldProps = {
  name: string | (string | number)[];
  label: string;
  hint: string;
  typed: string | undefined;
  /** An entry that may correct an earlier one can be below 0. */
  isSigned?: boolean;
};

/** An amount typed in 万元, echoed in yuan and in capitals while typing. */
export function AmountField({ name, label, hint, typed, isSigned }: AmountFieldProps) {
  const { t } = useTranslation();
  const read = isSigned === true ? signedFenOfWanYuan : fenOfWanYuan;
  const fen = read(typed ?? "");
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
            (text ?? "") === "" || read(text ?? "") !== null
              ? Promise.resolve()
              : Promise.reject(new Error(t("fields.amountForm"))),
        },
      ]}
    >
      <Input className={styles["amount"] ?? ""} inputMode={isSigned === true ? "text" : "decimal"} autoComplete="off" />
    </Form.Item>
  );
}
