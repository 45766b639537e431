import { CHECK_LEVELS, type CheckLevel, INSPECTORS_MIN } from "@anji/inspection";
import { isWithin } from "@anji/kernel";
import { App, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../frame/use-frame.ts";
import { ActDialog } from "../../parts/ActDialog.tsx";
import { DayField } from "../../parts/TextField.tsx";
import { trpc } from "../../rpc/trpc.ts";
import { useCommand } from "../../rpc/use-command.ts";
import { namesOf } from "./inspector-names.ts";

type Values = { level: CheckLevel; unitCode: string; plannedOn: string; inspectors: string };

export function PlanCheckDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { campaign, me, units } = useFrame();
  const plan = useCommand(trpc.inspection.checks.plan.mutationOptions());
  const levels = CHECK_LEVELS.filter((level) => (me.person.level === "city" ? level === "city" : level !== "city"));
  const below = units.filter((unit) => unit.level !== "agency" && unit.code !== me.person.unitCode && isWithin(unit.regionPath, me.person.path));
  async function send(values: Values): Promise<void> {
    const done = await plan.send({ ...values, campaignId: campaign.id, inspectors: namesOf(values.inspectors) });
    if (done === null) return;
    void message.success(t("checks.acts.planDone"));
    onClose();
  }
  return (
    <ActDialog<Values>
      title={t("checks.acts.plan")}
      initial={{ plannedOn: me.clock.today, ...(levels[0] === undefined ? {} : { level: levels[0] }) }}
      submit={t("checks.acts.plan")}
      isSending={plan.isSending}
      refused={plan.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <Form.Item name="level" label={t("checks.level")} rules={[{ required: true, message: t("fields.required") }]}>
        <Select options={levels.map((value) => ({ value, label: t(`checks.levels.${value}`) }))} />
      </Form.Item>
      <Form.Item name="unitCode" label={t("checks.unit")} rules={[{ required: true, message: t("fields.required") }]}>
        <Select showSearch={{ optionFilterProp: "label" }} placeholder={t("acts.choose")} options={below.map((unit) => ({ value: unit.code, label: unit.fullName }))} />
      </Form.Item>
      <DayField name="plannedOn" label={t("checks.plannedOn")} isRequired />
      <Form.Item
        name="inspectors"
        label={t("checks.inspectors")}
        extra={t("checks.inspectorsHint")}
        validateTrigger="onBlur"
        rules={[
          { required: true, message: t("fields.required") },
          {
            validator: (_, text: string | undefined) =>
              (text ?? "") === "" || namesOf(text ?? "").length >= INSPECTORS_MIN ? Promise.resolve() : Promise.reject(new Error(t("checks.inspectorsFew"))),
          },
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </ActDialog>
  );
}
