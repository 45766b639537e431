import { latestDueOn, RECTIFICATION_KINDS, type RectificationKind, findingsLimits } from "@anji/findings";
import { parseDay } from "@anji/kernel";
import { Form, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dayText } from "../../../../../formats/days.ts";
import { useFrame } from "../../../../../frame/use-frame.ts";
import { ActDialog } from "../../../../../parts/ActDialog.tsx";
import { DayField, LongTextField, TextField } from "../../../../../parts/TextField.tsx";
import { trpc } from "../../../../../rpc/trpc.ts";
import { useCommand } from "../../../../../rpc/use-command.ts";
import { type ActProps, useActDone } from "./act-props.ts";

type Values = {
  rectificationKind: RectificationKind;
  measures: string;
  department: string;
  responsiblePerson: string;
  dueOn: string;
};

/** 立即纠正确有困难的要制定整改计划，限期整改 */
export function PlanRectificationDialog({ finding, onClose }: ActProps) {
  const { t, i18n } = useTranslation();
  const { campaign, me } = useFrame();
  const plan = useCommand(trpc.findings.planRectification.mutationOptions());
  const done = useActDone(onClose);
  const [kind, setKind] = useState<RectificationKind>("immediate");
  const today = parseDay(me.clock.today);
  const latest =
    today === null ? null : latestDueOn({ plan: campaign.plan, phase: campaign.phase, rectificationKind: kind, today });
  const standard = campaign.plan.deadlines.rectificationDefaultOn;
  async function send(values: Values): Promise<void> {
    const answer = await plan.send({ ...values, id: finding.id, version: finding.version });
    done(answer, t("findingActs.planRectification.done", { day: dayText(values.dueOn, i18n.language) }));
  }
  return (
    <ActDialog<Values>
      title={t("findingActs.planRectification.title", { number: finding.number })}
      explain={finding.summary}
      initial={{
        rectificationKind: "immediate",
        responsiblePerson: finding.responsiblePerson ?? "",
        ...(standard >= me.clock.today && (latest === null || standard <= latest) ? { dueOn: standard } : {}),
      }}
      submit={t("findingActs.planRectification.act")}
      isSending={plan.isSending}
      refused={plan.refused}
      onSubmit={(values) => void send(values)}
      onChange={(values) => setKind(values.rectificationKind)}
      onClose={onClose}
    >
      <Form.Item
        name="rectificationKind"
        label={t("findingDetail.rectification.kind")}
        rules={[{ required: true, message: t("fields.required") }]}
      >
        <Radio.Group
          options={RECTIFICATION_KINDS.map((value) => ({
            value,
            label: t(`findingDetail.rectificationKinds.${value}`),
          }))}
        />
      </Form.Item>
      <LongTextField
        name="measures"
        label={t("findingDetail.rectification.measures")}
        isRequired
        maxLength={findingsLimits.text}
        rows={3}
      />
      <TextField
        name="department"
        label={t("findingDetail.rectification.department")}
        isRequired
        maxLength={findingsLimits.name}
      />
      <TextField
        name="responsiblePerson"
        label={t("findingDetail.rectification.responsiblePerson")}
        isRequired
        maxLength={findingsLimits.name}
      />
      <DayField
        name="dueOn"
        label={t("findingDetail.rectification.dueOn")}
        isRequired
        min={me.clock.today}
        {...(latest === null
          ? {}
          : { max: latest, extra: t("findingActs.planRectification.latest", { day: dayText(latest, i18n.language) }) })}
      />
    </ActDialog>
  );
}
