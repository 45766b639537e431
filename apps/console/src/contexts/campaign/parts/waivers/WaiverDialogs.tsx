import { campaignLimits } from "@anji/campaign";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { dayText } from "../../../../formats/days.ts";
import { ActDialog } from "../../../../parts/ActDialog.tsx";
import { LongTextField, TextField } from "../../../../parts/TextField.tsx";
import { trpc } from "../../../../rpc/trpc.ts";
import { useCommand } from "../../../../rpc/use-command.ts";
import type { Waiver } from "./waiver.ts";

type Decision = { waiver: Waiver; share: string; onClose: () => void };

export function ApproveWaiverDialog({ waiver, share, onClose }: Decision) {
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
        title: waiver.title,
        kind: t(`phasePage.waivers.kinds.${waiver.kind}`),
        share,
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

export function RejectWaiverDialog({ waiver, share, onClose }: Decision) {
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
        title: waiver.title,
        kind: t(`phasePage.waivers.kinds.${waiver.kind}`),
        share,
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
