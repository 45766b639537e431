import { isKindValidForFund } from "@anji/campaign";
import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../frame/use-frame.ts";
import { usePlanNames } from "../../../frame/use-plan-names.ts";
import { isKindRefused, type RegisterValues } from "./register-values.ts";

/** The plan's kinds by category; those the chosen fund cannot have are greyed, by the rule the server applies. */
export function KindField({ values }: { values: Partial<RegisterValues> }) {
  const { t } = useTranslation();
  const { plan } = useFrame().campaign;
  const names = usePlanNames();
  const { fundLine } = values;
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
      name="kind"
      label={t("registerForm.kind")}
      dependencies={["fundLine"]}
      rules={[
        { required: true, message: t("fields.required") },
        ({ getFieldValue }) => ({
          validator: (_, kind: string | undefined) => {
            const fund = String(getFieldValue("fundLine") ?? "");
            if (!isKindRefused(plan, { fundLine: fund, kind: kind ?? "" })) return Promise.resolve();
            return Promise.reject(new Error(t("registerForm.kindInvalid", { kind: names.kind(kind ?? ""), fund: names.fund(fund) })));
          },
        }),
      ]}
    >
      <Select showSearch={{ optionFilterProp: "label" }} virtual={false} placeholder={t("acts.choose")} options={options} />
    </Form.Item>
  );
}
