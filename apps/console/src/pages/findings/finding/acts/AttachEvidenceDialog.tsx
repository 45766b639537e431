import { Form, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../../frame/use-frame.ts";
import { ActDialog } from "../../../../parts/ActDialog.tsx";
import { FileDrop } from "../../../../parts/FileDrop.tsx";
import { DayField, TextField } from "../../../../parts/TextField.tsx";
import { trpc } from "../../../../rpc/trpc.ts";
import { type UploadedFile, uploadFile } from "../../../../rpc/upload.ts";
import { useCommand } from "../../../../rpc/use-command.ts";
import { type ActProps, useActDone } from "./act-props.ts";

const NAME_MAX = 80;

type Values = { name: string; kind: string; eventOn: string };

export function AttachEvidenceDialog({ finding, onClose }: ActProps) {
  const { t } = useTranslation();
  const { campaign, me } = useFrame();
  const attach = useCommand(trpc.findings.attachEvidence.mutationOptions());
  const done = useActDone(onClose);
  const [file, setFile] = useState<UploadedFile | null>(null);
  const [isFileMissed, setFileMissed] = useState(false);
  const missing = finding.evidenceRequired.filter((one) => !one.isPresent).map((one) => one.kind);
  const kinds = campaign.plan.evidenceKinds.toSorted((one, other) => Number(missing.includes(other.code)) - Number(missing.includes(one.code)));
  async function send(values: Values): Promise<void> {
    setFileMissed(file === null);
    if (file === null) return;
    const answer = await attach.send({ ...values, id: finding.id, version: finding.version, fileId: file.fileId });
    done(answer, t("findingActs.attachEvidence.done"));
  }
  const refused = isFileMissed && file === null ? { message: t("findingActs.attachEvidence.fileMissing"), fields: [] } : attach.refused;
  return (
    <ActDialog<Values>
      title={t("findingActs.attachEvidence.title", { number: finding.number })}
      initial={{ eventOn: me.clock.today, ...(missing[0] === undefined ? {} : { kind: missing[0] }) }}
      submit={t("findingActs.attachEvidence.act")}
      isSending={attach.isSending}
      refused={refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <FileDrop label={t("findingActs.attachEvidence.file")} accept="" upload={uploadFile} stored={file} onStored={setFile} />
      <TextField name="name" label={t("findingActs.attachEvidence.name")} isRequired maxLength={NAME_MAX} />
      <Form.Item name="kind" label={t("findingActs.attachEvidence.kind")} rules={[{ required: true, message: t("fields.required") }]}>
        <Select options={kinds.map((kind) => ({ value: kind.code, label: kind.name }))} />
      </Form.Item>
      <DayField name="eventOn" label={t("findingActs.attachEvidence.eventOn")} isRequired max={me.clock.today} />
    </ActDialog>
  );
}
