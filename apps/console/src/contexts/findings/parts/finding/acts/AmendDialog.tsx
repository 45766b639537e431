import { findingsLimits } from "@anji/findings";
import { readOccurrence } from "@anji/kernel";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fenOfWanYuan, wanYuanInput } from "../../../../../formats/money.ts";
import { useFrame } from "../../../../../frame/use-frame.ts";
import { ActDialog } from "../../../../../parts/ActDialog.tsx";
import { DayField, LongTextField, TextField } from "../../../../../parts/TextField.tsx";
import { trpc } from "../../../../../rpc/trpc.ts";
import { useCommand } from "../../../../../rpc/use-command.ts";
import { AmountField } from "../../fields/AmountField.tsx";
import { OccurrenceField } from "../../fields/OccurrenceField.tsx";
import { LineFields } from "../../register/LineFields.tsx";
import styles from "../../register/LineFields.module.css";
import { LinesSum } from "../../register/LinesSum.tsx";
import type { LineValues } from "../../register/register-values.ts";
import type { Finding } from "../finding-types.ts";
import { type ActProps, useActDone } from "./act-props.ts";

const WIDTH = 640;

type Values = {
  summary: string;
  description: string;
  occurrence: string;
  discoveredOn: string;
  foundFen: string;
  lines: LineValues[];
  responsibleUnit: string;
  responsiblePerson: string;
  reason: string;
};

/** Corrects facts; only what was really changed is sent. */
export function AmendDialog({ finding, onClose }: ActProps) {
  const { t } = useTranslation();
  const { me } = useFrame();
  const amend = useCommand(trpc.findings.amend.mutationOptions());
  const done = useActDone(onClose);
  const before = valuesOf(finding);
  const [typed, setTyped] = useState<Partial<Values>>(before);
  async function send(values: Values): Promise<void> {
    const answer = await amend.send({
      id: finding.id,
      version: finding.version,
      changes: changesOf(finding, { before, after: values }),
      reason: values.reason,
    });
    done(answer, t("findingActs.amend.done"));
  }
  return (
    <ActDialog<Values>
      title={t("findingActs.amend.title", { number: finding.number })}
      explain={t("findingActs.amend.note")}
      width={WIDTH}
      initial={before}
      submit={t("findingActs.amend.act")}
      isSending={amend.isSending}
      refused={unprefixed(amend.refused)}
      onSubmit={(values) => void send(values)}
      onChange={setTyped}
      onClose={onClose}
    >
      <TextField name="summary" label={t("registerForm.summary")} isRequired maxLength={findingsLimits.summary} />
      <LongTextField
        name="description"
        label={t("registerForm.description")}
        isRequired={false}
        maxLength={findingsLimits.text}
        rows={3}
      />
      <OccurrenceField />
      <DayField name="discoveredOn" label={t("registerForm.discoveredOn")} isRequired max={me.clock.today} />
      {finding.lines.length > 1 ? (
        <AmendedLines finding={finding} typed={typed.lines ?? []} />
      ) : (
        <AmountField name="foundFen" label={t("registerForm.amount")} hint="" typed={typed.foundFen} />
      )}
      <TextField
        name="responsibleUnit"
        label={t("registerForm.responsibleUnit")}
        isRequired
        maxLength={findingsLimits.name}
      />
      <TextField
        name="responsiblePerson"
        label={t("registerForm.responsiblePerson")}
        isRequired={false}
        maxLength={findingsLimits.name}
      />
      <LongTextField
        name="reason"
        label={t("findingActs.amend.reason")}
        isRequired
        maxLength={findingsLimits.text}
        rows={2}
      />
    </ActDialog>
  );
}

function AmendedLines({ finding, typed }: { finding: Finding; typed: readonly LineValues[] }) {
  return (
    <div className={styles["lines"]}>
      {finding.lines.map((line, at) => (
        <LineFields key={line.lineNo} lineNo={line.lineNo} at={at} name={["lines", at]} line={typed[at]} />
      ))}
      <LinesSum lines={typed} />
    </div>
  );
}

function valuesOf(finding: Finding): Omit<Values, "reason"> {
  return {
    summary: finding.summary,
    description: finding.description,
    occurrence: finding.occurrence.text,
    discoveredOn: finding.discoveredOn,
    foundFen: wanYuanInput(finding.foundFen),
    lines: finding.lines.map((line) => ({
      fundLine: line.fundLine,
      kind: line.kind,
      foundFen: wanYuanInput(line.foundFen),
    })),
    responsibleUnit: finding.responsibleUnit,
    responsiblePerson: finding.responsiblePerson ?? "",
  };
}

function changesOf(finding: Finding, { before, after }: { before: Omit<Values, "reason">; after: Values }) {
  const isChanged = (key: Exclude<keyof typeof before, "lines">) => (after[key] ?? before[key]) !== before[key];
  const occurrence = readOccurrence(after.occurrence);
  const foundFen = fenOfWanYuan(after.foundFen ?? before.foundFen);
  const lines = finding.lines.length > 1 ? changedLines(finding, after.lines) : [];
  const person = after.responsiblePerson.trim();
  return {
    ...(isChanged("summary") ? { summary: after.summary } : {}),
    ...(isChanged("description") ? { description: after.description } : {}),
    ...(isChanged("occurrence") && occurrence.isRead ? { occurrence: occurrence.value } : {}),
    ...(isChanged("discoveredOn") ? { discoveredOn: after.discoveredOn } : {}),
    ...(isChanged("foundFen") && foundFen !== null ? { foundFen } : {}),
    ...(lines.length > 0 ? { lines } : {}),
    ...(isChanged("responsibleUnit") ? { responsibleUnit: after.responsibleUnit } : {}),
    ...(isChanged("responsiblePerson") ? { responsiblePerson: person === "" ? null : person } : {}),
  };
}

/** Only the changed lines. */
function changedLines(finding: Finding, typed: readonly LineValues[]) {
  return finding.lines.flatMap((line, at) => {
    const { fundLine = line.fundLine, kind = line.kind, foundFen: text } = typed[at] ?? {};
    const foundFen = fenOfWanYuan(text ?? "") ?? line.foundFen;
    const isSame = fundLine === line.fundLine && kind === line.kind && foundFen === line.foundFen;
    return isSame ? [] : [{ lineNo: line.lineNo, fundLine, kind, foundFen }];
  });
}

/** The server names the fields under `changes`; the form has no such level. */
function unprefixed<Refused extends { fields: readonly { path: string; message: string }[] }>(
  refused: Refused | null,
): Refused | null {
  return refused === null
    ? null
    : { ...refused, fields: refused.fields.map((field) => ({ ...field, path: field.path.replace(/^changes\./, "") })) };
}
