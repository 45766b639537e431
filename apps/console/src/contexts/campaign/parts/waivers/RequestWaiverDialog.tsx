import { campaignLimits, WAIVER_KINDS, type WaiverKind } from "@anji/campaign";
import { addDays, knownDay } from "@anji/kernel";
import { useQuery } from "@tanstack/react-query";
import { App, Form, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../../frame/use-frame.ts";
import { ActDialog } from "../../../../parts/ActDialog.tsx";
import { DayField, LongTextField } from "../../../../parts/TextField.tsx";
import { trpc } from "../../../../rpc/trpc.ts";
import { useCommand } from "../../../../rpc/use-command.ts";
import { shareText } from "./share-text.ts";
import type { WaiverCondition } from "./waiver.ts";

type Request = { rule: string; kind: WaiverKind; reason: string; expiresOn: string };

/** The dialog opened from a condition: the server first says what may be asked for. */
export function AskWaiverDialog({ rule, onClose }: { rule: string | null; onClose: () => void }) {
  const { campaign } = useFrame();
  const waivers = useQuery(trpc.campaign.waivers.list.queryOptions({ campaignId: campaign.id }));
  if (waivers.data === undefined) return null;
  return <RequestWaiverDialog conditions={waivers.data.conditions} rule={rule} onClose={onClose} />;
}

/** `rule`: the condition of the page that opened it, or none. */
export function RequestWaiverDialog({
  conditions,
  rule,
  onClose,
}: {
  conditions: readonly WaiverCondition[];
  rule: string | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { campaign, me } = useFrame();
  const request = useCommand(trpc.campaign.waivers.request.mutationOptions());
  const open = conditions.filter((one) => one.whyNot === null);
  const first = open.find((one) => one.rule === rule) ?? open[0];
  const blocked = conditions.find((one) => one.rule === rule)?.whyNot ?? null;
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
      initial={first === undefined ? { kind: "delay" } : { rule: first.rule, kind: "delay" }}
      submit={t("phasePage.waivers.request")}
      isSending={request.isSending}
      refused={request.refused ?? (blocked === null ? null : { message: blocked.message, fields: [] })}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <ConditionField conditions={conditions} />
      <Form.Item name="kind" label={t("phasePage.waivers.kind")}>
        <Radio.Group
          options={WAIVER_KINDS.map((kind) => ({ value: kind, label: t(`phasePage.waivers.kindsExplained.${kind}`) }))}
        />
      </Form.Item>
      <LongTextField
        name="reason"
        label={t("phasePage.waivers.reason", { n: campaignLimits.waiverReasonLeast })}
        isRequired
        maxLength={campaignLimits.remark}
        rows={3}
      />
      <DayField
        name="expiresOn"
        label={t("phasePage.waivers.expiresOn")}
        isRequired
        min={addDays(knownDay(me.clock.today), 1)}
      />
    </ActDialog>
  );
}

/** The conditions open to the unit; under the chosen one, how many may have a waiver and how many have. */
function ConditionField({ conditions }: { conditions: readonly WaiverCondition[] }) {
  const { t } = useTranslation();
  const asked: unknown = Form.useWatch("rule");
  const shown = conditions.find((one) => one.rule === asked);
  return (
    <Form.Item
      name="rule"
      label={t("phasePage.waivers.rule")}
      rules={[{ required: true, message: t("fields.required") }]}
      extra={shown === undefined ? undefined : shareText(t, shown)}
    >
      <Select
        options={conditions.filter((one) => one.whyNot === null).map((one) => ({ value: one.rule, label: one.title }))}
      />
    </Form.Item>
  );
}
