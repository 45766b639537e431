import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../parts/ActDialog.tsx";
import { LongTextField } from "../../../parts/TextField.tsx";
import { trpc } from "../../../rpc/trpc.ts";
import { useCommand } from "../../../rpc/use-command.ts";
import type { SummaryReport } from "../report-figures.ts";
import { ReportActs } from "../ReportActs.tsx";

type Verb = SummaryReport["acts"][number]["verb"];
const BUSY = ["submit", "redraw", "accept", "render"] as const satisfies readonly Verb[];
const REMARK_MAX = 1000;

export function SummaryActs({ report, flush }: { report: SummaryReport; flush: () => Promise<number | null> }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [isReturning, setReturning] = useState(false);
  const submit = useCommand(trpc.reporting.summaries.submit.mutationOptions());
  const redraw = useCommand(trpc.reporting.summaries.redraw.mutationOptions());
  const accept = useCommand(trpc.reporting.summaries.accept.mutationOptions());
  const render = useCommand(trpc.reporting.summaries.render.mutationOptions());
  const direct = { submit, redraw, accept, render };
  const busy = BUSY.find((verb) => direct[verb].isSending) ?? null;
  async function act(verb: Verb): Promise<void> {
    if (verb === "return") return setReturning(true);
    if (verb === "write") return;
    const version = await flush();
    if (version === null) return;
    const answer = await direct[verb].send({ id: report.id, version });
    if (answer !== null) void message.success(t(`reports.done.${verb}`));
  }
  return (
    <>
      <ReportActs
        acts={report.acts.filter((one) => one.verb !== "write")}
        busy={busy}
        refused={submit.refused ?? redraw.refused ?? accept.refused ?? render.refused}
        labelOf={(verb) => t(`reports.acts.${verb}`)}
        onAct={(verb) => void act(verb)}
      />
      {isReturning ? <ReturnDialog report={report} onClose={() => setReturning(false)} /> : null}
    </>
  );
}

function ReturnDialog({ report, onClose }: { report: SummaryReport; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const command = useCommand(trpc.reporting.summaries.return.mutationOptions());
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
      <LongTextField name="remark" label={t("reports.page.returned")} isRequired maxLength={REMARK_MAX} rows={4} />
    </ActDialog>
  );
}
