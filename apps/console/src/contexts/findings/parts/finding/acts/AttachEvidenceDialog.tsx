import { findingsLimits } from "@anji/findings";
import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../../../frame/use-frame.ts";
import { ActDialog } from "../../../../../parts/ActDialog.tsx";
import { FileDrop } from "../../../../../parts/FileDrop.tsx";
import { DayField, TextField } from "../../../../../parts/TextField.tsx";
import { trpc } from "../../../../../rpc/trpc.ts";
import { type UploadedFile, uploadFile } from "../../../../../rpc/upload.ts";
import { useCommand } from "../../../../../rpc/use-command.ts";
import { type ActProps, useActDone } from "./act-props.ts";

type Values = { file: UploadedFile; name: string; kind: string; eventOn: string };

export function AttachEvidenceDialog({ finding, onClose }: ActProps) {
  const { t } = useTranslation();
  const { campaign, me } = useFrame();
  const attach = useCommand(trpc.findings.attachEvidence.mutationOptions());
  const done = useActDone(onClose);
  const missing = finding.evidenceRequired.filter((one) => !one.isPresent).map((one) => one.kind);
  const kinds = campaign.plan.evidenceKinds.toSorted(
    (one, other) => Number(missing.includes(other.code)) - Number(missing.includes(one.code)),
  );
  async function send({ file, ...values }: Values): Promise<void> {
    const answer = await attach.send({ ...values, id: finding.id, version: finding.version, fileId: file.fileId });
    done(answer, t("findingActs.attachEvidence.done"));
  }
  return (
    <ActDialog<Values>
      title={t("findingActs.attachEvidence.title", { number: finding.number })}
      initial={{ eventOn: me.clock.today, ...(missing[0] === undefined ? {} : { kind: missing[0] }) }}
      submit={t("findingActs.attachEvidence.act")}
      isSending={attach.isSending}
      refused={attach.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <Form.Item name="file" rules={[{ required: true, message: t("findingActs.attachEvidence.fileMissing") }]}>
        <EvidenceFile />
      </Form.Item>
      <TextField name="name" label={t("findingActs.attachEvidence.name")} isRequired maxLength={findingsLimits.name} />
      <Form.Item
        name="kind"
        label={t("findingActs.attachEvidence.kind")}
        rules={[{ required: true, message: t("fields.required") }]}
      >
        <Select
          placeholder={t("acts.choose")}
          options={kinds.map((kind) => ({ value: kind.code, label: kind.name }))}
        />
      </Form.Item>
      <DayField name="eventOn" label={t("findingActs.attachEvidence.eventOn")} isRequired max={me.clock.today} />
    </ActDialog>
  );
}

/** The document gets the name of the file, unless a name is typed already. */
function EvidenceFile({ value, onChange }: { value?: UploadedFile; onChange?: (file: UploadedFile) => void }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Values>();
  function take(file: UploadedFile): void {
    onChange?.(file);
    if ((form.getFieldValue("name") ?? "") !== "") return;
    form.setFieldValue("name", file.name.replace(/\.[^.]+$/, "").slice(0, findingsLimits.name));
    void form.validateFields(["name"]).catch(() => null);
  }
  return (
    <FileDrop
      label={t("findingActs.attachEvidence.file")}
      accept=""
      upload={uploadFile}
      stored={value ?? null}
      onStored={take}
    />
  );
}
