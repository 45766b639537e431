import { organisationLimits } from "@anji/organisation";
import { App } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../frame/use-frame.ts";
import { ActDialog } from "../../../parts/ActDialog.tsx";
import { FileDrop } from "../../../parts/FileDrop.tsx";
import { DayField, LongTextField, TextField } from "../../../parts/TextField.tsx";
import { trpc } from "../../../rpc/trpc.ts";
import { type UploadedFile, uploadFile } from "../../../rpc/upload.ts";
import { useCommand } from "../../../rpc/use-command.ts";
import styles from "./GroupDialog.module.css";
import { PLAN_SECTIONS, type Plan } from "./plan.ts";

const WIDTH = 720;

type Values = { title: string; documentNo: string; filedOn: string } & Record<(typeof PLAN_SECTIONS)[number], string>;

export function PlanDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { campaign, me } = useFrame();
  const [file, setFile] = useState<UploadedFile | null>(null);
  const [isMissing, setMissing] = useState(false);
  const filing = useCommand(trpc.organisation.implementingPlans.file.mutationOptions());
  async function send(values: Values): Promise<void> {
    if (file === null) return setMissing(true);
    const done = await filing.send({
      ...values,
      campaignId: campaign.id,
      unitCode: me.person.unitCode,
      fileId: file.fileId,
    });
    if (done === null) return;
    void message.success(t("plans.saved"));
    onClose();
  }
  return (
    <ActDialog<Values>
      title={t("plans.file")}
      explain={t("gates.quoted", { clause: t("plans.note") })}
      width={WIDTH}
      initial={{}}
      submit={t("plans.file")}
      isSending={filing.isSending}
      refused={filing.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <PlanFields>
        <FileDrop label={t("plans.attachment")} accept="" upload={uploadFile} stored={file} onStored={setFile} />
        {isMissing && file === null ? <p role="alert">{t("plans.attachmentMissing")}</p> : null}
      </PlanFields>
    </ActDialog>
  );
}

/** A filed plan is corrected by a further version with its reason. */
export function RevisePlanDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [file, setFile] = useState<UploadedFile | null>(null);
  const revising = useCommand(trpc.organisation.implementingPlans.revise.mutationOptions());
  async function send(values: Values & { reason: string }): Promise<void> {
    const done = await revising.send({
      ...values,
      id: plan.id,
      version: plan.version,
      fileId: file?.fileId ?? plan.fileId,
    });
    if (done === null) return;
    void message.success(t("plans.revised"));
    onClose();
  }
  const { title, documentNo, filedOn, tasks, goals, division, measures } = plan;
  return (
    <ActDialog<Values & { reason: string }>
      title={t("plans.revise")}
      explain={t("plans.reviseExplain")}
      width={WIDTH}
      initial={{ title, documentNo, filedOn, tasks, goals, division, measures }}
      submit={t("plans.revise")}
      isSending={revising.isSending}
      refused={revising.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <LongTextField
        name="reason"
        label={t("plans.reviseReason")}
        isRequired
        maxLength={organisationLimits.reason}
        rows={2}
      />
      <PlanFields>
        <FileDrop label={t("plans.attachment")} accept="" upload={uploadFile} stored={file} onStored={setFile} />
      </PlanFields>
    </ActDialog>
  );
}

function PlanFields({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { campaign, me } = useFrame();
  const foundedFrom = campaign.plan.organisation.foundedFrom.on;
  return (
    <>
      <TextField name="title" label={t("plans.name")} isRequired maxLength={organisationLimits.title} />
      <div className={styles["pair"]}>
        <TextField
          name="documentNo"
          label={t("fields.documentNo")}
          isRequired
          maxLength={organisationLimits.documentNo}
        />
        <DayField name="filedOn" label={t("plans.filedOn")} isRequired min={foundedFrom} max={me.clock.today} />
      </div>
      {PLAN_SECTIONS.map((section) => (
        <LongTextField
          key={section}
          name={section}
          label={t(`plans.${section}`)}
          isRequired
          maxLength={organisationLimits.section}
          rows={2}
        />
      ))}
      {children}
    </>
  );
}
