import { campaignPermissions, campaignLimits, isShort } from "@anji/campaign";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../../frame/use-frame.ts";
import { ActButton } from "../../../../parts/ActButton.tsx";
import { ActDialog } from "../../../../parts/ActDialog.tsx";
import { Money } from "../../../../parts/Money.tsx";
import { GATE_LOOKS } from "../../../../parts/gates.ts";
import { StatusWord } from "../../../../parts/StatusWord.tsx";
import { LongTextField, TextField } from "../../../../parts/TextField.tsx";
import { trpc } from "../../../../rpc/trpc.ts";
import { useCommand } from "../../../../rpc/use-command.ts";
import type { PhaseGates } from "./phase-gates.ts";
import { openName } from "./open-name.ts";
import styles from "../../pages/PhasePage.module.css";

type AdvanceActProps = { gates: PhaseGates; onOpenGate: (rule: string) => void; onAskWaiver: () => void };

/** 转段: open for the person who may sign. While a gate fails, it says which one, and what to do. */
export function AdvanceAct({ gates, onOpenGate, onAskWaiver }: AdvanceActProps) {
  const { t } = useTranslation();
  const { may } = useFrame();
  const [isOpen, setOpen] = useState(false);
  if (gates.next === null) return null;
  const failing = gates.gates.filter(isShort);
  if (!may(campaignPermissions.advance) && failing.length === 0) return null;
  const label =
    gates.next === "ended"
      ? t("phasePage.advance.close")
      : t("phasePage.advance.act", { phase: t(`phases.${gates.next}`) });
  const why =
    gates.whyNotAdvance === null ? null : (
      <span className={styles["advanceHint"]}>
        {failing.length === 0 ? (
          gates.whyNotAdvance.message
        ) : (
          <strong>{t("phasePage.advance.why", { n: failing.length })}</strong>
        )}
        {failing.map((gate) => (
          <Button
            key={gate.rule}
            className={styles["inline"] ?? ""}
            type="link"
            size="small"
            onClick={() => onOpenGate(gate.rule)}
          >
            {gate.title}
          </Button>
        ))}
        {failing.length === 0 || !may(campaignPermissions.requestWaiver) ? null : (
          <Button className={styles["inline"] ?? ""} type="link" size="small" onClick={onAskWaiver}>
            {t("phasePage.gates.askWaiver")}
          </Button>
        )}
      </span>
    );
  if (!may(campaignPermissions.advance)) return <p className={styles["advanceWhy"]}>{why}</p>;
  return (
    <>
      <ActButton label={label} whyNot={why} isPrimary onAct={() => setOpen(true)} />
      {isOpen ? <AdvanceDialog gates={gates} to={gates.next} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function AdvanceDialog({
  gates,
  to,
  onClose,
}: {
  gates: PhaseGates;
  to: NonNullable<PhaseGates["next"]>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { campaign } = useFrame();
  const advance = useCommand(trpc.campaign.advance.mutationOptions());
  const phase = t(`phases.${to}`);
  async function sign(values: { documentNo: string; remark?: string }): Promise<void> {
    const done = await advance.send({
      campaignId: campaign.id,
      version: campaign.version,
      to,
      documentNo: values.documentNo,
      remark: values.remark ?? "",
    });
    if (done === null) return;
    void message.success(to === "ended" ? t("phasePage.advance.ended") : t("phasePage.advance.done", { phase }));
    onClose();
  }
  return (
    <ActDialog<{ documentNo: string; remark?: string }>
      title={t("phasePage.advance.title", { from: t(`phases.${campaign.phase}`), to: phase })}
      explain={to === "ended" ? t("phasePage.advance.explainClose") : t("phasePage.advance.explain")}
      initial={{}}
      submit={to === "ended" ? t("phasePage.advance.signClose") : t("phasePage.advance.sign")}
      isSending={advance.isSending}
      refused={advance.refused}
      onSubmit={(values) => void sign(values)}
      onClose={onClose}
    >
      <ul className={styles["signed"]}>
        {gates.gates.map((gate) => (
          <li key={gate.rule}>
            <StatusWord {...GATE_LOOKS[gate.state]}>{t(`gates.states.${gate.state}`)}</StatusWord>
            <span>{gate.title}</span>
            {gate.state === "none" ? null : (
              <span>{t("gates.passedOf", { passed: gate.passed, total: gate.total })}</span>
            )}
          </li>
        ))}
      </ul>
      {gates.openMatters.map((one) => (
        <p key={one.key} className={styles["open"]}>
          {one.amountFen === null ? null : <Money fen={one.amountFen} withUnit />}{" "}
          {t("phasePage.advance.openMatters", { what: openName(t, one.key), n: one.count })}
        </p>
      ))}
      <TextField
        name="documentNo"
        label={t("fields.documentNo")}
        isRequired
        maxLength={campaignLimits.documentNo}
        extra={t("fields.documentNoHint")}
      />
      <LongTextField
        name="remark"
        label={t("phasePage.advance.remark")}
        isRequired={false}
        maxLength={campaignLimits.remark}
        rows={3}
      />
    </ActDialog>
  );
}
