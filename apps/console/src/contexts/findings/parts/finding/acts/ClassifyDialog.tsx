import { MEANS, type Means, NATURES, type Nature, findingsLimits } from "@anji/findings";
import { type Level, LEVELS } from "@anji/kernel";
import { Checkbox, Form, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../../../parts/ActDialog.tsx";
import { LongTextField, TextField } from "../../../../../parts/TextField.tsx";
import { trpc } from "../../../../../rpc/trpc.ts";
import { useCommand } from "../../../../../rpc/use-command.ts";
import { type ActProps, useActDone } from "./act-props.ts";

type Values = {
  nature: Nature;
  responsibleUnit: string;
  responsibleLevel: Level;
  responsiblePerson?: string;
  handlingOpinion: string;
  means: Means[];
};

/** 根据发生时间、性质和责任提出处理意见，采取经济、行政、法律手段 */
export function ClassifyDialog({ finding, onClose }: ActProps) {
  const { t } = useTranslation();
  const classify = useCommand(trpc.findings.classify.mutationOptions());
  const done = useActDone(onClose);
  async function send(values: Values): Promise<void> {
    const person = (values.responsiblePerson ?? "").trim();
    const answer = await classify.send({
      ...values,
      id: finding.id,
      version: finding.version,
      responsiblePerson: person === "" ? null : person,
    });
    done(answer, t("findingActs.classify.done"));
  }
  const required = [{ required: true, message: t("fields.required") }];
  return (
    <ActDialog<Values>
      title={t("findingActs.classify.title", { number: finding.number })}
      explain={finding.summary}
      initial={{
        responsibleUnit: finding.responsibleUnit,
        responsibleLevel: finding.responsibleLevel,
        responsiblePerson: finding.responsiblePerson ?? "",
        means: [],
      }}
      submit={t("findingActs.classify.act")}
      isSending={classify.isSending}
      refused={classify.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <Form.Item name="nature" label={t("findingActs.classify.nature")} rules={required}>
        <Radio.Group options={NATURES.map((value) => ({ value, label: t(`findings.natures.${value}`) }))} />
      </Form.Item>
      <TextField
        name="responsibleUnit"
        label={t("registerForm.responsibleUnit")}
        isRequired
        maxLength={findingsLimits.name}
      />
      <Form.Item name="responsibleLevel" label={t("registerForm.responsibleLevel")} rules={required}>
        <Select options={LEVELS.map((value) => ({ value, label: t(`levels.${value}`) }))} />
      </Form.Item>
      <TextField
        name="responsiblePerson"
        label={t("registerForm.responsiblePerson")}
        isRequired={false}
        maxLength={findingsLimits.name}
      />
      <LongTextField
        name="handlingOpinion"
        label={t("findingActs.classify.handlingOpinion")}
        isRequired
        maxLength={findingsLimits.text}
        rows={3}
      />
      <Form.Item name="means" label={t("findingActs.classify.means")} rules={required}>
        <Checkbox.Group options={MEANS.map((value) => ({ value, label: t(`findingDetail.means.${value}`) }))} />
      </Form.Item>
    </ActDialog>
  );
}
