import { ADJUSTMENT_KINDS, type AdjustmentKind, adjustmentsLimits } from "@anji/adjustments";
import { findingsLimits } from "@anji/findings";
import { LEVELS, type Level } from "@anji/kernel";
import { Form, Input, Radio, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fenOfWanYuan } from "../../../../../formats/money.ts";
import { ActDialog } from "../../../../../parts/ActDialog.tsx";
import { FileDrop } from "../../../../../parts/FileDrop.tsx";
import { LongTextField, TextField } from "../../../../../parts/TextField.tsx";
import { type Outputs, trpc } from "../../../../../rpc/trpc.ts";
import { type UploadedFile, uploadFile } from "../../../../../rpc/upload.ts";
import { useCommand } from "../../../../../rpc/use-command.ts";
import { AmountField } from "../../fields/AmountField.tsx";
import { LineChoice } from "./LineChoice.tsx";
import { KindField } from "../../register/KindField.tsx";
import type { Finding } from "../finding-types.ts";
import { type ActProps, useActDone } from "./act-props.ts";

type Values = {
  kind: AdjustmentKind;
  lineNo: number;
  amountFen?: string;
  newKind?: string;
  responsibleUnit?: string;
  responsibleLevel?: Level;
  duplicateOf?: string;
  reason: string;
  file: UploadedFile;
};

type AskProps = ActProps & { askable: Outputs["adjustments"]["askable"] };

/** 申请调整: what is to change, why, and a paper; under the kind, who decides it. */
export function AskAdjustmentDialog({ finding, askable, onClose }: AskProps) {
  const { t } = useTranslation();
  const ask = useCommand(trpc.adjustments.request.mutationOptions());
  const done = useActDone(onClose);
  const open = ADJUSTMENT_KINDS.filter((kind) => askable.some((one) => one.kind === kind && one.whyNot === null));
  const [values, setValues] = useState<Partial<Values>>({
    lineNo: finding.lines[0]?.lineNo ?? 1,
    responsibleUnit: finding.responsibleUnit,
    responsibleLevel: finding.responsibleLevel,
    ...(open[0] === undefined ? {} : { kind: open[0] }),
  });
  const decides = askable.find((one) => one.kind === values.kind)?.decidingLevel;
  async function send(entered: Values): Promise<void> {
    const change = changeOf(finding, entered);
    if (change === null) return;
    const { reason, file } = entered;
    const { id: findingId, version } = finding;
    const answer = await ask.send({ findingId, version, change, reason, fileIds: [file.fileId] });
    done(answer, t("findingActs.adjust.done"));
  }
  return (
    <ActDialog<Values>
      title={t("findingActs.adjust.title", { number: finding.number })}
      explain={
        decides === undefined ? finding.summary : t("findingActs.adjust.decides", { level: t(`levels.${decides}`) })
      }
      initial={values}
      submit={t("findingActs.adjust.act")}
      isSending={ask.isSending}
      refused={ask.refused}
      onSubmit={(entered) => void send(entered)}
      onChange={setValues}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t("findingActs.adjust.kind")}>
        <Radio.Group options={open.map((value) => ({ value, label: t(`adjustments.kinds.${value}`) }))} />
      </Form.Item>
      <ChangeFields finding={finding} values={values} />
      <LongTextField
        name="reason"
        label={t("findingActs.adjust.reason", { n: adjustmentsLimits.reasonMin })}
        isRequired
        maxLength={adjustmentsLimits.text}
        rows={3}
      />
      <Form.Item name="file" rules={[{ required: true, message: t("findingActs.attachEvidence.fileMissing") }]}>
        <Paper />
      </Form.Item>
    </ActDialog>
  );
}

/** The fields of the chosen kind. */
function ChangeFields({ finding, values }: { finding: Finding; values: Partial<Values> }) {
  const { t } = useTranslation();
  const line = finding.lines.find((one) => one.lineNo === values.lineNo);
  switch (values.kind) {
    case "reduce":
    case "increase":
      return (
        <>
          <LineChoice finding={finding} />
          <AmountField
            name="amountFen"
            label={t("findingActs.adjust.amount")}
            hint={t("findingActs.adjust.amountHint")}
            typed={values.amountFen}
          />
        </>
      );
    case "reclassify":
      return (
        <>
          <LineChoice finding={finding} />
          <KindField name={["newKind"]} fundPath={["fundLine"]} fundLine={line?.fundLine} />
        </>
      );
    case "move":
      return (
        <>
          <TextField
            name="responsibleUnit"
            label={t("registerForm.responsibleUnit")}
            isRequired
            maxLength={findingsLimits.name}
          />
          <Form.Item name="responsibleLevel" label={t("registerForm.responsibleLevel")}>
            <Select options={LEVELS.map((value) => ({ value, label: t(`levels.${value}`) }))} />
          </Form.Item>
        </>
      );
    case "withdrawDuplicate":
      return (
        <Form.Item
          name="duplicateOf"
          label={t("findingActs.adjust.duplicateOf")}
          extra={t("findingActs.adjust.duplicateOfHint")}
          rules={[{ required: true, message: t("fields.required") }]}
        >
          <Input autoComplete="off" />
        </Form.Item>
      );
    default:
      return null;
  }
}

function Paper({ value, onChange }: { value?: UploadedFile; onChange?: (file: UploadedFile) => void }) {
  const { t } = useTranslation();
  return (
    <FileDrop
      label={t("findingActs.adjust.file")}
      accept=""
      upload={uploadFile}
      stored={value ?? null}
      onStored={(file) => onChange?.(file)}
    />
  );
}

/** The change as the server takes it, or null while a field cannot be read. */
function changeOf(finding: Finding, values: Values) {
  const { kind, lineNo } = values;
  switch (kind) {
    case "reduce":
    case "increase": {
      const amountFen = fenOfWanYuan(values.amountFen ?? "");
      return amountFen === null ? null : { kind, lines: [{ lineNo, amountFen }] };
    }
    case "reclassify": {
      const fundLine = finding.lines.find((one) => one.lineNo === lineNo)?.fundLine ?? finding.fundLine;
      const lines = [{ lineNo, fundLine, kind: values.newKind ?? "" }];
      return { kind, lines, occurrence: null, occupier: null };
    }
    case "move": {
      const { responsibleUnit = "", responsibleLevel = finding.responsibleLevel } = values;
      return { kind, responsibleUnit, responsibleLevel, responsiblePerson: finding.responsiblePerson };
    }
    case "withdrawDuplicate":
      return { kind, duplicateOf: idIn(values.duplicateOf ?? "") };
    case "contest":
      return { kind };
    default:
      return null;
  }
}

/** The id at the end of the address of a finding's page, or the id itself. */
function idIn(text: string): string {
  return text.trim().split(/[?#]/)[0]?.split("/").at(-1) ?? "";
}
