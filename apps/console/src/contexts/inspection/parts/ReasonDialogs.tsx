import { inspectionLimits } from "@anji/inspection";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../parts/ActDialog.tsx";
import { LongTextField } from "../../../parts/TextField.tsx";
import { trpc } from "../../../rpc/trpc.ts";
import { type Command, useCommand } from "../../../rpc/use-command.ts";
import type { Check } from "./check.ts";

type DialogProps = { check: Check; onClose: () => void };

/** 退回重录: before the countersignature, with the reason the inspectors read. */
export function ReturnCheckDialog({ check, onClose }: DialogProps) {
  const command = useCommand(trpc.inspection.spotChecks.return.mutationOptions());
  return (
    <ReasonDialog
      verb="return"
      command={command}
      send={(remark) => command.send({ id: check.id, version: check.version, remark })}
      onClose={onClose}
    />
  );
}

/** 取消抽查: a check entered by mistake ends with its reason. */
export function CancelCheckDialog({ check, onClose }: DialogProps) {
  const command = useCommand(trpc.inspection.spotChecks.cancel.mutationOptions());
  return (
    <ReasonDialog
      verb="cancel"
      command={command}
      send={(reason) => command.send({ id: check.id, version: check.version, reason })}
      onClose={onClose}
    />
  );
}

type ReasonDialogProps = {
  verb: "return" | "cancel";
  command: Pick<Command<never, unknown>, "isSending" | "refused">;
  send: (reason: string) => Promise<unknown>;
  onClose: () => void;
};

function ReasonDialog({ verb, command, send, onClose }: ReasonDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const field = verb === "return" ? "remark" : "reason";
  async function submit(text: string): Promise<void> {
    if ((await send(text)) === null) return;
    void message.success(t(`checks.acts.${verb}Done`));
    onClose();
  }
  return (
    <ActDialog<Record<typeof field, string>>
      title={t(`checks.acts.${verb}`)}
      explain={t(`checks.${verb}Explain`)}
      initial={{}}
      submit={t(`checks.acts.${verb}`)}
      isSending={command.isSending}
      refused={command.refused}
      onSubmit={(values) => void submit(values[field])}
      onClose={onClose}
    >
      <LongTextField
        name={field}
        label={t(`checks.${verb}Reason`)}
        isRequired
        maxLength={inspectionLimits.remark}
        rows={3}
      />
    </ActDialog>
  );
}
