import { findingsLimits } from "@anji/findings";
import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { dayText } from "../../../../../formats/days.ts";
import { wanYuan } from "../../../../../formats/money.ts";
import { useFrame } from "../../../../../frame/use-frame.ts";
import { ActDialog } from "../../../../../parts/ActDialog.tsx";
import { DayField, LongTextField } from "../../../../../parts/TextField.tsx";
import { trpc } from "../../../../../rpc/trpc.ts";
import { useCommand } from "../../../../../rpc/use-command.ts";
import { type ActProps, useActDone } from "./act-props.ts";

type Values = { settlementId: string; settledOn: string; note: string };

/** 退票: one payment is taken back altogether. */
export function ReverseSettlementDialog({ finding, onClose }: ActProps) {
  const { t, i18n } = useTranslation();
  const { me } = useFrame();
  const reverse = useCommand(trpc.findings.reverseSettlement.mutationOptions());
  const done = useActDone(onClose);
  const reversed = new Set(finding.settlements.flatMap((one) => one.reverses ?? []));
  const payments = finding.settlements.filter((one) => BigInt(one.amountFen) > 0n && !reversed.has(one.id));
  async function send(values: Values): Promise<void> {
    const answer = await reverse.send({ ...values, id: finding.id, version: finding.version });
    done(answer, t("findingActs.reverseSettlement.done"));
  }
  return (
    <ActDialog<Values>
      title={t("findingActs.reverseSettlement.title", { number: finding.number })}
      explain={t("findingActs.reverseSettlement.explain")}
      initial={{ settledOn: me.clock.today, note: "" }}
      submit={t("findingActs.reverseSettlement.act")}
      isSending={reverse.isSending}
      refused={reverse.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <Form.Item
        name="settlementId"
        label={t("findingActs.reverseSettlement.which")}
        rules={[{ required: true, message: t("fields.required") }]}
      >
        <Select
          placeholder={t("acts.choose")}
          options={payments.map((one) => ({
            value: one.id,
            label: t("findingActs.reverseSettlement.option", {
              day: dayText(one.settledOn, i18n.language),
              amount: wanYuan(one.amountFen),
              voucherNo: one.voucherNo,
            }),
          }))}
        />
      </Form.Item>
      <DayField name="settledOn" label={t("findingActs.reverseSettlement.settledOn")} isRequired max={me.clock.today} />
      <LongTextField
        name="note"
        label={t("findingActs.reverseSettlement.note")}
        isRequired
        maxLength={findingsLimits.text}
        rows={2}
      />
    </ActDialog>
  );
}
