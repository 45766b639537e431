import { campaignLimits } from "@anji/campaign";
import { addDays, knownDay } from "@anji/kernel";
import { App, Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { dayText } from "../../../../formats/days.ts";
import { useFrame } from "../../../../frame/use-frame.ts";
import { ActDialog } from "../../../../parts/ActDialog.tsx";
import { DayField, LongTextField, TextField } from "../../../../parts/TextField.tsx";
import { trpc } from "../../../../rpc/trpc.ts";
import { useCommand } from "../../../../rpc/use-command.ts";
import type { Gate } from "../phase/phase-gates.ts";
import type { Waiver } from "./waiver.ts";

type Request = { rule: string; reason: string; expiresOn: string };

/** `rule`: the condition of the page that opened it, or none. */
export function RequestWaiverDialog({
  gates,
  rule,
  onClose,
}: {
  gates: readonly Gate[];
  rule: string | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { campaign, me } = useFrame();
  const request = useCommand(trpc.campaign.waivers.request.mutationOptions());
  const chosen = rule ?? gates.find((gate) => gate.state === "fail")?.rule;
  async function send(values: Request): Promise<void> {
    const done = await request.send({ ...values, campaignId: campaign.id, unitCode: me.person.unitCode });
    if (done === null) return;
    void message.success(t("phasePage.waivers.requested"));
    onClose();
  }
  return (
    <ActDialog<Request>
      title={t("phasePage.waivers.request")}
      explain={t("phasePage.waivers.requestExplain")}
      initial={chosen === undefined ? {} : { rule: chosen }}
      submit={t("phasePage.waivers.request")}
      isSending={request.isSending}
      refused={request.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <Form.Item
        name="rule"
        label={t("phasePage.waivers.rule")}
        rules={[{ required: true, message: t("fields.required") }]}
      >
        <Select options={gates.map((gate) => ({ value: gate.rule, label: gate.title }))} />
      </Form.Item>
      <LongTextField name="reason" label={t("fields.reason")} isRequired maxLength={campaignLimits.remark} rows={3} />
      <DayField
        name="expiresOn"
        label={t("phasePage.waivers.expiresOn")}
        isRequired
        min={addDays(knownDay(me.clock.today), 1)}
      />
    </ActDialog>
  );
}

type Decision = { waiver: Waiver; title: string; onClose: () => void };

export function ApproveWaiverDialog({ waiver, title, onClose }: Decision) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const approve = useCommand(trpc.campaign.waivers.approve.mutationOptions());
  async function send(values: { documentNo: string }): Promise<void> {
    const done = await approve.send({ id: waiver.id, version: waiver.version, documentNo: values.documentNo });
    if (done === null) return;
    void message.success(t("phasePage.waivers.approved"));
    onClose();
  }
  return (
    <ActDialog<{ documentNo: string }>
      title={t("phasePage.waivers.deciding", { act: t("phasePage.waivers.approve"), unit: waiver.unitName })}
      explain={t("phasePage.waivers.about", {
        title,
        reason: waiver.reason.replace(/[。.]$/, ""),
        day: dayText(waiver.expiresOn, i18n.language),
      })}
      initial={{}}
      submit={t("phasePage.waivers.approve")}
      isSending={approve.isSending}
      refused={approve.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <TextField
        name="documentNo"
        label={t("fields.documentNo")}
        isRequired
        maxLength={campaignLimits.documentNo}
        extra={t("fields.documentNoHint")}
      />
    </ActDialog>
  );
}

export function RejectWaiverDialog({ waiver, title, onClose }: Decision) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const reject = useCommand(trpc.campaign.waivers.reject.mutationOptions());
  async function send(values: { remark: string }): Promise<void> {
    const done = await reject.send({ id: waiver.id, version: waiver.version, remark: values.remark });
    if (done === null) return;
    void message.success(t("phasePage.waivers.rejected"));
    onClose();
  }
  return (
    <ActDialog<{ remark: string }>
      title={t("phasePage.waivers.deciding", { act: t("phasePage.waivers.reject"), unit: waiver.unitName })}
      explain={t("phasePage.waivers.about", {
        title,
        reason: waiver.reason.replace(/[。.]$/, ""),
        day: dayText(waiver.expiresOn, i18n.language),
      })}
      initial={{}}
      submit={t("phasePage.waivers.reject")}
      isSending={reject.isSending}
      refused={reject.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <LongTextField
        name="remark"
        label={t("phasePage.waivers.rejectReason")}
        isRequired
        maxLength={campaignLimits.remark}
        rows={3}
      />
    </ActDialog>
  );
}
