import { organisationLimits } from "@anji/organisation";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActButton } from "../../../parts/ActButton.tsx";
import { ActDialog } from "../../../parts/ActDialog.tsx";
import { RefusalNotice } from "../../../parts/RefusalNotice.tsx";
import { LongTextField } from "../../../parts/TextField.tsx";
import { trpc } from "../../../rpc/trpc.ts";
import { useCommand } from "../../../rpc/use-command.ts";
import styles from "./Drawer.module.css";
import type { Plan } from "./plan.ts";

const SHOWN_ACTS = ["issue", "receive", "accept", "return"] as const;
type Shown = (typeof SHOWN_ACTS)[number];

/** 印发、签收、认可、退回: the acts the server offers on this version. An act of somebody else is not shown. */
export function PlanActs({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [dialog, setDialog] = useState<"accept" | "return" | null>(null);
  const issue = useCommand(trpc.organisation.implementingPlans.issue.mutationOptions());
  const receive = useCommand(trpc.organisation.implementingPlans.receive.mutationOptions());
  const shown = SHOWN_ACTS.flatMap((verb) => {
    const offer = plan.acts.find((one) => one.verb === verb);
    const isOffered = offer !== undefined && (offer.whyNot === null || offer.whyNot.about === "content");
    return isOffered ? [{ verb, whyNot: offer.whyNot?.message ?? null }] : [];
  });
  const refused = issue.refused ?? receive.refused;
  async function act(verb: Shown): Promise<void> {
    if (verb === "accept" || verb === "return") return setDialog(verb);
    const command = verb === "issue" ? issue : receive;
    const done = await command.send({ id: plan.id, version: plan.version });
    if (done !== null) void message.success(t(`plans.done.${verb}`));
  }
  return (
    <>
      {refused === null ? null : <RefusalNotice message={refused.message} others={[]} />}
      <div className={styles["foot"]}>
        {shown.map(({ verb, whyNot }) => (
          <ActButton
            key={verb}
            label={t(`plans.acts.${verb}`)}
            whyNot={whyNot}
            isPrimary={verb !== "return"}
            onAct={() => void act(verb)}
          />
        ))}
      </div>
      {dialog === null ? null : <DecideDialog key={dialog} plan={plan} verb={dialog} onClose={() => setDialog(null)} />}
    </>
  );
}

type DecideProps = { plan: Plan; verb: "accept" | "return"; onClose: () => void };

function DecideDialog({ plan, verb, onClose }: DecideProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const accept = useCommand(trpc.organisation.implementingPlans.accept.mutationOptions());
  const giveBack = useCommand(trpc.organisation.implementingPlans.return.mutationOptions());
  const command = verb === "accept" ? accept : giveBack;
  async function send({ remark }: { remark?: string }): Promise<void> {
    const done = await command.send({ id: plan.id, version: plan.version, remark: remark ?? "" });
    if (done === null) return;
    void message.success(t(`plans.done.${verb}`));
    onClose();
  }
  return (
    <ActDialog<{ remark?: string }>
      title={t(`plans.acts.${verb}`)}
      explain={t(`plans.${verb}Explain`)}
      initial={{}}
      submit={t(`plans.acts.${verb}`)}
      isSending={command.isSending}
      refused={command.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <LongTextField
        name="remark"
        label={t("plans.remark")}
        isRequired={verb === "return"}
        maxLength={organisationLimits.reason}
        rows={3}
      />
    </ActDialog>
  );
}
