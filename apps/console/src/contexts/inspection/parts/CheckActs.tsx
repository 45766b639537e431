import { FORWARD_EVENTS, type ForwardEvent } from "@anji/inspection";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActButton } from "../../../parts/ActButton.tsx";
import { RefusalNotice } from "../../../parts/RefusalNotice.tsx";
import { trpc } from "../../../rpc/trpc.ts";
import { useCommand } from "../../../rpc/use-command.ts";
import type { Check } from "./check.ts";
import styles from "../pages/ChecksPage.module.css";
import { CompleteCheckDialog } from "./CompleteCheckDialog.tsx";
import { ScheduleCheckDialog } from "./ScheduleCheckDialog.tsx";
import { CancelCheckDialog, ReturnCheckDialog } from "./ReasonDialogs.tsx";

const BACKWARD = ["return", "cancel"] as const;
type Dialog = "complete" | "follow" | (typeof BACKWARD)[number];

/** The next act of a check. Beside it are return and cancel, which are open before the countersignature. */
export function CheckActs({ check }: { check: Check }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const begin = useCommand(trpc.inspection.spotChecks.begin.mutationOptions());
  const countersign = useCommand(trpc.inspection.spotChecks.countersign.mutationOptions());
  const primary = check.acts.find((one) => one.isPrimary);
  const next = primary?.whyNot?.about === "whose" ? undefined : primary;
  const forward = FORWARD_EVENTS.find((one) => one === next?.verb);
  const back = BACKWARD.filter((verb) => check.acts.some((one) => one.verb === verb && one.whyNot === null));
  const mayFollow = check.whyNotFollow === null;
  if (forward === undefined && back.length === 0 && !mayFollow) return null;
  const refused = begin.refused ?? countersign.refused;
  async function act(verb: ForwardEvent): Promise<void> {
    if (verb === "complete") return setDialog("complete");
    const command = verb === "begin" ? begin : countersign;
    const done = await command.send({ id: check.id, version: check.version });
    if (done !== null) void message.success(t(`checks.acts.${verb}Done`));
  }
  return (
    <div className={styles["acts"]}>
      {refused === null ? null : <RefusalNotice message={refused.message} others={[]} />}
      {forward === "countersign" ? <p>{t("checks.countersignExplain")}</p> : null}
      <div className={styles["buttons"]}>
        {forward === undefined ? null : (
          <ActButton
            label={t(`checks.acts.${forward}`)}
            whyNot={next?.whyNot?.message ?? null}
            isPrimary
            isBusy={begin.isSending || countersign.isSending}
            onAct={() => void act(forward)}
          />
        )}
        {mayFollow ? <Button onClick={() => setDialog("follow")}>{t("checks.followUp")}</Button> : null}
        {back.map((verb) => (
          <Button key={verb} onClick={() => setDialog(verb)}>
            {t(`checks.acts.${verb}`)}
          </Button>
        ))}
      </div>
      {dialog === "complete" ? <CompleteCheckDialog check={check} onClose={() => setDialog(null)} /> : null}
      {dialog === "follow" ? <ScheduleCheckDialog follows={check} onClose={() => setDialog(null)} /> : null}
      {dialog === "return" ? <ReturnCheckDialog check={check} onClose={() => setDialog(null)} /> : null}
      {dialog === "cancel" ? <CancelCheckDialog check={check} onClose={() => setDialog(null)} /> : null}
    </div>
  );
}
