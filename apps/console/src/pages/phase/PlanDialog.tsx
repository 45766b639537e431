import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../frame/use-frame.ts";
import { ActDialog } from "../../parts/ActDialog.tsx";
import { FileDrop } from "../../parts/FileDrop.tsx";
import { DayField, LongTextField, TextField } from "../../parts/TextField.tsx";
import { trpc } from "../../rpc/trpc.ts";
import { type UploadedFile, uploadFile } from "../../rpc/upload.ts";
import { useCommand } from "../../rpc/use-command.ts";
import styles from "./GroupDialog.module.css";

const TITLE_MAX = 100;
const DOCUMENT_NO_MAX = 80;
const SECTION_MAX = 5000;
const WIDTH = 720;
const SECTIONS = ["tasks", "goals", "division", "measures"] as const;

type Values = { title: string; documentNo: string; filedOn: string } & Record<(typeof SECTIONS)[number], string>;

export function PlanDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { campaign, me } = useFrame();
  const [file, setFile] = useState<UploadedFile | null>(null);
  const filing = useCommand(trpc.campaign.plans.file.mutationOptions());
  async function send(values: Values): Promise<void> {
    const done = await filing.send({ ...values, campaignId: campaign.id, unitCode: me.person.unitCode, fileId: file?.fileId ?? null });
    if (done === null) return;
    void message.success(t("phasePage.plans.saved"));
    onClose();
  }
  return (
    <ActDialog<Values>
      title={t("phasePage.plans.file")}
      explain={t("gates.quoted", { clause: t("phasePage.plans.note") })}
      width={WIDTH}
      initial={{}}
      submit={t("phasePage.plans.file")}
      isSending={filing.isSending}
      refused={filing.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <TextField name="title" label={t("phasePage.plans.name")} isRequired maxLength={TITLE_MAX} />
      <div className={styles["pair"]}>
        <TextField name="documentNo" label={t("fields.documentNo")} isRequired maxLength={DOCUMENT_NO_MAX} />
        <DayField name="filedOn" label={t("phasePage.plans.filedOn")} isRequired max={me.clock.today} />
      </div>
      {SECTIONS.map((section) => (
        <LongTextField key={section} name={section} label={t(`phasePage.plans.${section}`)} isRequired maxLength={SECTION_MAX} rows={2} />
      ))}
      <FileDrop label={t("phasePage.plans.attachment")} accept="" upload={uploadFile} stored={file} onStored={setFile} />
    </ActDialog>
  );
}
