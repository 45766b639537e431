import { CHANNELS, findingsLimits } from "@anji/findings";
import { Checkbox, Form, Radio, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { signedFenOfWanYuan, wanYuan, wanYuanInput } from "../../../../../formats/money.ts";
import { useFrame } from "../../../../../frame/use-frame.ts";
import { usePlanNames } from "../../../../../frame/use-plan-names.ts";
import { ActDialog } from "../../../../../parts/ActDialog.tsx";
import { DayField, LongTextField, TextField } from "../../../../../parts/TextField.tsx";
import { trpc } from "../../../../../rpc/trpc.ts";
import { useCommand } from "../../../../../rpc/use-command.ts";
import { AmountField } from "../../fields/AmountField.tsx";
import styles from "../FindingDetail.module.css";
import { type ActProps, useActDone } from "./act-props.ts";

/** 核销 needs an approval and 归还 a duty of that government; neither is recorded here. */
const OPEN_CHANNELS = CHANNELS.filter((channel) => channel !== "writtenOff" && channel !== "repaid");

type Values = {
  lineNo: number;
  channel: (typeof OPEN_CHANNELS)[number];
  amountFen: string;
  settledOn: string;
  voucherNo: string;
  note?: string;
  confirmsSameVoucher?: boolean;
};

export function RecordSettlementDialog({ finding, onClose }: ActProps) {
  const { t } = useTranslation();
  const { campaign, me } = useFrame();
  const names = usePlanNames();
  const record = useCommand(trpc.findings.recordSettlement.mutationOptions());
  const done = useActDone(onClose);
  const first = finding.lines.find((line) => line.outstandingFen !== "0") ?? finding.lines[0];
  const [values, setValues] = useState<Partial<Values>>({
    lineNo: first?.lineNo ?? 1,
    channel: "recovered",
    amountFen: first === undefined || first.outstandingFen === "0" ? "" : wanYuanInput(first.outstandingFen),
    settledOn: me.clock.today,
  });
  const line = finding.lines.find((one) => one.lineNo === values.lineNo);
  const { channels } = campaign.plan.kinds.find((kind) => kind.code === line?.kind) ?? { channels: OPEN_CHANNELS };
  const open = OPEN_CHANNELS.filter((channel) => channels.includes(channel));
  const isRepeated = record.refused?.fields.some((field) => field.path === "confirmsSameVoucher") ?? false;
  async function send(entered: Values): Promise<void> {
    const amountFen = signedFenOfWanYuan(entered.amountFen);
    if (amountFen === null) return;
    const answer = await record.send({
      ...entered,
      id: finding.id,
      version: finding.version,
      amountFen,
      note: entered.note ?? "",
      confirmsSameVoucher: entered.confirmsSameVoucher ?? false,
    });
    done(answer, t("findingActs.recordSettlement.done"));
  }
  return (
    <ActDialog<Values>
      title={t("findingActs.recordSettlement.title", { number: finding.number })}
      explain={
        <>
          <span>
            {line === undefined
              ? finding.summary
              : t("findingActs.recordSettlement.left", { amount: wanYuan(line.outstandingFen) })}
          </span>
          {finding.settlements.length === 0 ? null : (
            <span className={styles["note"]}>{t("findingActs.recordSettlement.correction")}</span>
          )}
        </>
      }
      initial={values}
      submit={t("findingActs.recordSettlement.act")}
      isSending={record.isSending}
      refused={record.refused}
      onSubmit={(entered) => void send(entered)}
      onChange={setValues}
      onClose={onClose}
    >
      <Form.Item name="lineNo" label={t("findingActs.recordSettlement.line")} hidden={finding.lines.length < 2}>
        <Select
          options={finding.lines.map((one) => ({
            value: one.lineNo,
            label: t("findingActs.recordSettlement.lineOption", {
              n: one.lineNo,
              fund: names.fundShort(one.fundLine),
              kind: names.kind(one.kind),
            }),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="channel"
        label={t("findingActs.recordSettlement.channel")}
        rules={[{ required: true, message: t("fields.required") }]}
      >
        <Radio.Group options={open.map((value) => ({ value, label: t(`findingDetail.channels.${value}`) }))} />
      </Form.Item>
      <AmountField
        name="amountFen"
        label={t("findingActs.recordSettlement.amount")}
        hint=""
        typed={values.amountFen}
        isSigned
      />
      <DayField name="settledOn" label={t("findingActs.recordSettlement.settledOn")} isRequired max={me.clock.today} />
      <TextField
        name="voucherNo"
        label={t("findingActs.recordSettlement.voucherNo")}
        isRequired
        maxLength={findingsLimits.name}
      />
      {isRepeated ? (
        <Form.Item name="confirmsSameVoucher" valuePropName="checked">
          <Checkbox>{t("findingActs.recordSettlement.confirmsSameVoucher")}</Checkbox>
        </Form.Item>
      ) : null}
      <LongTextField
        name="note"
        label={t("findingActs.recordSettlement.note")}
        isRequired={false}
        maxLength={findingsLimits.text}
        rows={2}
      />
    </ActDialog>
  );
}
