import { reportingLimits } from "@anji/reporting";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../../frame/use-frame.ts";
import { ActDialog } from "../../../../parts/ActDialog.tsx";
import { LongTextField, TextField } from "../../../../parts/TextField.tsx";
import { trpc } from "../../../../rpc/trpc.ts";
import { type Refused, useCommand } from "../../../../rpc/use-command.ts";
import type { MonthlyReport } from "../report-figures.ts";
import { isHandedIn } from "../report-looks.ts";
import { ReportActs } from "../ReportActs.tsx";

type Verb = MonthlyReport["acts"][number]["verb"];
type Dialog = Extract<Verb, "declareNil" | "receive" | "return">;
const SHOWN: readonly Verb[] = ["submit", "declareNil", "refreeze", "receive", "return", "render"];

/** 报送、接收、退回、生成公文: one next lawful act, the others beside it. */
export function MonthlyActs({ report, flush }: { report: MonthlyReport; flush: () => Promise<number | null> }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { me } = useFrame();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const submit = useCommand(trpc.reporting.reports.submit.mutationOptions());
  const refreeze = useCommand(trpc.reporting.reports.refreeze.mutationOptions());
  const render = useCommand(trpc.reporting.reports.render.mutationOptions());
  const direct = { submit, refreeze, render };
  const busy = submit.isSending ? "submit" : refreeze.isSending ? "refreeze" : render.isSending ? "render" : null;
  const refused = submit.refused ?? refreeze.refused ?? render.refused;
  async function act(verb: Verb): Promise<void> {
    if (verb === "declareNil" || verb === "receive" || verb === "return") return setDialog(verb);
    if (verb === "write" || verb === "recordSending") return;
    const version = await flush();
    if (version === null) return;
    const answer = await direct[verb].send({ id: report.id, version });
    if (answer !== null) void message.success(t(`reports.done.${verb}`));
  }
  const mustHandOn =
    !isHandedIn(report.status) &&
    report.unitCode === me.person.unitCode &&
    report.acts.some((one) => one.verb === "submit" && one.whyNot?.about === "whose");
  return (
    <>
      <ReportActs
        acts={report.acts.filter((one) => SHOWN.includes(one.verb))}
        busy={busy}
        refused={refused}
        handOn={mustHandOn ? t("reports.page.submitByOthers") : null}
        labelOf={(verb) => t(`reports.acts.${verb}`)}
        onAct={(verb) => void act(verb)}
      />
      {dialog === "return" ? <ReturnDialog report={report} onClose={() => setDialog(null)} /> : null}
      {dialog === "receive" ? <ReceiveDialog report={report} onClose={() => setDialog(null)} /> : null}
      {dialog === "declareNil" ? <NilDialog report={report} onClose={() => setDialog(null)} /> : null}
    </>
  );
}

type DialogProps = { report: MonthlyReport; onClose: () => void };

function ReturnDialog({ report, onClose }: DialogProps) {
  const { t } = useTranslation();
  const command = useCommand(trpc.reporting.reports.return.mutationOptions());
  return (
    <OneTextDialog
      verb="return"
      field="remark"
      label={t("reports.page.returned")}
      command={command}
      send={(remark) => command.send({ id: report.id, version: report.version, remark })}
      onClose={onClose}
    />
  );
}

function NilDialog({ report, onClose }: DialogProps) {
  const { t } = useTranslation();
  const command = useCommand(trpc.reporting.reports.declareNil.mutationOptions());
  return (
    <OneTextDialog
      verb="declareNil"
      field="statement"
      label={t("reports.text.nilStatement")}
      explain={t("reports.explain.declareNil")}
      command={command}
      send={(statement) => command.send({ id: report.id, version: report.version, statement })}
      onClose={onClose}
    />
  );
}

function ReceiveDialog({ report, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const command = useCommand(trpc.reporting.reports.receive.mutationOptions());
  async function send(values: { documentNo?: string }): Promise<void> {
    const documentNo = (values.documentNo ?? "").trim();
    const answer = await command.send({
      id: report.id,
      version: report.version,
      ...(documentNo === "" ? {} : { documentNo }),
    });
    if (answer === null) return;
    void message.success(t("reports.done.receive"));
    onClose();
  }
  return (
    <ActDialog<{ documentNo?: string }>
      title={t("reports.acts.receive")}
      explain={t("reports.explain.receive")}
      initial={{}}
      submit={t("reports.acts.receive")}
      isSending={command.isSending}
      refused={command.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <TextField name="documentNo" label={t("fields.documentNo")} isRequired={false} maxLength={reportingLimits.name} />
    </ActDialog>
  );
}

type OneTextDialogProps = {
  verb: "return" | "declareNil";
  field: "remark" | "statement";
  label: string;
  explain?: string;
  command: { isSending: boolean; refused: Refused | null };
  send: (text: string) => Promise<unknown>;
  onClose: () => void;
};

function OneTextDialog({ verb, field, label, explain, command, send, onClose }: OneTextDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  async function submit(values: Record<string, string>): Promise<void> {
    const answer = await send(values[field] ?? "");
    if (answer === null) return;
    void message.success(t(`reports.done.${verb}`));
    onClose();
  }
  return (
    <ActDialog<Record<string, string>>
      title={t(`reports.acts.${verb}`)}
      {...(explain === undefined ? {} : { explain })}
      initial={{}}
      submit={t(`reports.acts.${verb}`)}
      isSending={command.isSending}
      refused={command.refused}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <LongTextField name={field} label={label} isRequired maxLength={reportingLimits.remark} rows={4} />
    </ActDialog>
  );
}
