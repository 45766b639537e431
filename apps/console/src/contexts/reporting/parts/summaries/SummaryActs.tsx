import { reportingLimits } from "@anji/reporting";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../../frame/use-frame.ts";
import { ActDialog } from "../../../../parts/ActDialog.tsx";
import { DayField, LongTextField, TextField } from "../../../../parts/TextField.tsx";
import { trpc } from "../../../../rpc/trpc.ts";
import { useCommand } from "../../../../rpc/use-command.ts";
import type { SummaryReport } from "../report-figures.ts";
import { isHandedIn } from "../report-looks.ts";
import { ReportActs } from "../ReportActs.tsx";

/** 报送 of one's own summary, kept for 复核岗 and 领导岗. */
function isOthersSubmission(act: SummaryReport["acts"][number]): boolean {
  return act.verb === "submit" && act.whyNot?.about === "whose";
}

type Verb = SummaryReport["acts"][number]["verb"];
const BUSY = ["submit", "refreeze", "receive", "render"] as const satisfies readonly Verb[];

export function SummaryActs({ report, flush }: { report: SummaryReport; flush: () => Promise<number | null> }) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const { me } = useFrame();
  const [isReturning, setReturning] = useState(false);
  const [isSending, setSending] = useState(false);
  const submit = useCommand(trpc.reporting.reports.submit.mutationOptions());
  const refreeze = useCommand(trpc.reporting.reports.refreeze.mutationOptions());
  const receive = useCommand(trpc.reporting.reports.receive.mutationOptions());
  const render = useCommand(trpc.reporting.reports.render.mutationOptions());
  const direct = { submit, refreeze, receive, render };
  const busy = BUSY.find((verb) => direct[verb].isSending) ?? null;
  async function act(verb: Verb): Promise<void> {
    if (verb === "return") return setReturning(true);
    if (verb === "recordSending") return setSending(true);
    if (verb === "write" || verb === "declareNil") return;
    if (verb === "receive" && !(await isConfirmed())) return;
    const version = await flush();
    if (version === null) return;
    const answer = await direct[verb].send({ id: report.id, version });
    if (answer !== null) void message.success(t(`reports.done.${verb}`));
  }
  const isConfirmed = async (): Promise<boolean> =>
    await modal.confirm({
      title: t("reports.acts.receive"),
      content: t("reports.explain.receive"),
      okText: t("reports.acts.receive"),
      cancelText: t("acts.cancel"),
      icon: null,
    });
  return (
    <>
      <ReportActs
        acts={report.acts.filter((one) => one.verb !== "write")}
        busy={busy}
        refused={submit.refused ?? refreeze.refused ?? receive.refused ?? render.refused}
        handOn={
          !isHandedIn(report.status) && report.unitCode === me.person.unitCode && report.acts.some(isOthersSubmission)
            ? t("reports.page.submitByOthers")
            : null
        }
        labelOf={(verb) => t(`reports.acts.${verb}`)}
        onAct={(verb) => void act(verb)}
      />
      {isSending ? <SendingDialog report={report} onClose={() => setSending(false)} /> : null}
      {isReturning ? <ReturnDialog report={report} onClose={() => setReturning(false)} /> : null}
    </>
  );
}

/** 向国家部际领导小组提交: the number and the day under which the province's report left. */
function SendingDialog({ report, onClose }: { report: SummaryReport; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { me } = useFrame();
  const command = useCommand(trpc.reporting.reports.recordSending.mutationOptions());
  async function send(values: { sentNo: string; sentOn: string }): Promise<void> {
    const answer = await command.send({ id: report.id, version: report.version, ...values });
    if (answer === null) return;
    void message.success(t("reports.done.recordSending"));
    onClose();
  }
  return (
    <ActDialog<{ sentNo: string; sentOn: string }>
      title={t("reports.acts.recordSending")}
      initial={{ sentOn: me.clock.today }}
      submit={t("reports.acts.recordSending")}
      isSending={command.isSending}
      refused={command.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <TextField name="sentNo" label={t("fields.documentNo")} isRequired maxLength={reportingLimits.name} />
      <DayField name="sentOn" label={t("reports.page.sentOn")} isRequired />
    </ActDialog>
  );
}

function ReturnDialog({ report, onClose }: { report: SummaryReport; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const command = useCommand(trpc.reporting.reports.return.mutationOptions());
  async function send(values: { remark: string }): Promise<void> {
    const answer = await command.send({ id: report.id, version: report.version, remark: values.remark });
    if (answer === null) return;
    void message.success(t("reports.done.return"));
    onClose();
  }
  return (
    <ActDialog<{ remark: string }>
      title={t("reports.acts.return")}
      initial={{}}
      submit={t("reports.acts.return")}
      isSending={command.isSending}
      refused={command.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <LongTextField
        name="remark"
        label={t("reports.page.returned")}
        isRequired
        maxLength={reportingLimits.remark}
        rows={4}
      />
    </ActDialog>
  );
}
