import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { usePlanNames } from "../../../../../frame/use-plan-names.ts";
import type { Finding } from "../finding-types.ts";

/** The line an act is about; not shown where there is one only. */
export function LineChoice({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const names = usePlanNames();
  return (
    <Form.Item name="lineNo" label={t("findingActs.recordSettlement.line")} hidden={finding.lines.length < 2}>
      <Select
        options={finding.lines.map((one) => ({
          value: one.lineNo,
          label: t("findingActs.recordSettlement.lineOption", {
            n: one.lineNo,
            fund: names.fundShort(one.fundLine),
            kind: names.kind(one.kind),
          }),
        }))}
      />
    </Form.Item>
  );
}
