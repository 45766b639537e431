import { isKindValidForFund } from "@anji/campaign";
import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../../frame/use-frame.ts";
import { usePlanNames } from "../../../../frame/use-plan-names.ts";
import { isKindRefused } from "./register-values.ts";

type KindFieldProps = { name: (string | number)[]; fundPath: (string | number)[]; fundLine: string | undefined };

/** The plan's kinds by category. Kinds the chosen fund cannot have are disabled, by the server's own rule. */
export function KindField({ name, fundPath, fundLine }: KindFieldProps) {
  const { t } = useTranslation();
  const { plan } = useFrame().campaign;
  const names = usePlanNames();
  const options = plan.categories.map((category) => ({
    label: category.name,
    options: plan.kinds
      .filter((kind) => kind.category === category.code)
      .map((kind) => {
        const isDisabled = fundLine !== undefined && !isKindValidForFund(plan, kind.code, fundLine);
        return {
          value: kind.code,
          label: kind.name,
          disabled: isDisabled,
          title: isDisabled ? t("registerForm.kindDisabled") : kind.name,
        };
      }),
  }));
  return (
    <Form.Item
      name={name}
      label={t("registerForm.kind")}
      dependencies={[fundPath]}
      rules={[
        { required: true, message: t("fields.required") },
        ({ getFieldValue }) => ({
          validator: (_, kind: string | undefined) => {
            const fund = String(getFieldValue(fundPath) ?? "");
            if (!isKindRefused(plan, { fundLine: fund, kind: kind ?? "" })) return Promise.resolve();
            return Promise.reject(
              new Error(t("registerForm.kindInvalid", { kind: names.kind(kind ?? ""), fund: names.fund(fund) })),
            );
          },
        }),
      ]}
    >
      <Select
        showSearch={{ optionFilterProp: "label" }}
        virtual={false}
        placeholder={t("acts.choose")}
        options={options}
      />
    </Form.Item>
  );
}
