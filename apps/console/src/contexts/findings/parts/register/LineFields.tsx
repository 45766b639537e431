import { Form, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../../frame/use-frame.ts";
import { AmountField } from "../fields/AmountField.tsx";
import { KindField } from "./KindField.tsx";
import styles from "./LineFields.module.css";
import type { LineValues } from "./register-values.ts";

type LineFieldsProps = {
  /** 第几项, from 1. */
  lineNo: number;
  /** The place of the line in the list. */
  at: number;
  /** The names of the fields in antd: within its own list, or complete. */
  name: (string | number)[];
  line: LineValues | undefined;
  act?: ReactNode;
};

/** One fund, kind and amount of a finding that has several. */
export function LineFields({ lineNo, at, name, line, act }: LineFieldsProps) {
  const { t } = useTranslation();
  const { plan } = useFrame().campaign;
  return (
    <fieldset className={styles["line"]}>
      <legend>{t("findingDetail.problem.line", { n: lineNo })}</legend>
      {act === undefined ? null : <div className={styles["act"]}>{act}</div>}
      <Form.Item
        name={[...name, "fundLine"]}
        label={t("registerForm.fundLine")}
        rules={[{ required: true, message: t("fields.required") }]}
      >
        <Select
          showSearch={{ optionFilterProp: "label" }}
          virtual={false}
          placeholder={t("acts.choose")}
          options={plan.fundLines.map((fund) => ({ value: fund.code, label: fund.name }))}
        />
      </Form.Item>
      <KindField name={[...name, "kind"]} fundPath={["lines", at, "fundLine"]} fundLine={line?.fundLine} />
      <AmountField name={[...name, "foundFen"]} label={t("registerForm.amount")} hint="" typed={line?.foundFen} />
    </fieldset>
  );
}
