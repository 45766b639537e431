import { findingsLimits } from "@anji/findings";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../../../parts/ActDialog.tsx";
import { LongTextField } from "../../../../../parts/TextField.tsx";
import { trpc } from "../../../../../rpc/trpc.ts";
import { type Command, useCommand } from "../../../../../rpc/use-command.ts";
import type { Finding } from "../finding-types.ts";
import { type ActProps, useActDone } from "./act-props.ts";

export function ReportRectifiedDialog(props: ActProps) {
  return (
    <RemarkDialog
      {...props}
      verb="reportRectified"
      command={useCommand(trpc.findings.reportRectified.mutationOptions())}
    />
  );
}

export function ReturnRectificationDialog(props: ActProps) {
  return (
    <RemarkDialog
      {...props}
      verb="returnRectification"
      command={useCommand(trpc.findings.returnRectification.mutationOptions())}
    />
  );
}

export function ReturnRegistrationDialog(props: ActProps) {
  return (
    <RemarkDialog
      {...props}
      verb="returnRegistration"
      command={useCommand(trpc.findings.returnRegistration.mutationOptions())}
    />
  );
}

type RemarkDialogProps = ActProps & {
  verb: "reportRectified" | "returnRectification" | "returnRegistration";
  command: Command<Pick<Finding, "id" | "version"> & { remark: string }, unknown>;
};

/** An act that needs one sentence in writing. */
function RemarkDialog({ finding, verb, command, onClose }: RemarkDialogProps) {
  const { t } = useTranslation();
  const done = useActDone(onClose);
  async function send(values: { remark: string }): Promise<void> {
    const answer = await command.send({ id: finding.id, version: finding.version, remark: values.remark });
    done(answer, t(`findingActs.${verb}.done`));
  }
  return (
    <ActDialog<{ remark: string }>
      title={t(`findingActs.${verb}.title`, { number: finding.number })}
      explain={finding.summary}
      initial={{}}
      submit={t(`findingActs.${verb}.act`)}
      isSending={command.isSending}
      refused={command.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <LongTextField
        name="remark"
        label={t(`findingActs.${verb}.remark`)}
        isRequired
        maxLength={findingsLimits.text}
        rows={4}
      />
    </ActDialog>
  );
}
