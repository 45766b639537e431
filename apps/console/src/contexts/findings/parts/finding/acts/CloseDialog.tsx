import { findingsLimits } from "@anji/findings";
import { Checkbox, Form } from "antd";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../../../parts/ActDialog.tsx";
import { LongTextField } from "../../../../../parts/TextField.tsx";
import { trpc } from "../../../../../rpc/trpc.ts";
import { useCommand } from "../../../../../rpc/use-command.ts";
import { type ActProps, useActDone } from "./act-props.ts";

type Values = { remark?: string; checkedOnSite: boolean };

export function CloseDialog({ finding, onClose }: ActProps) {
  const { t } = useTranslation();
  const close = useCommand(trpc.findings.close.mutationOptions());
  const done = useActDone(onClose);
  async function send(values: Values): Promise<void> {
    const answer = await close.send({
      id: finding.id,
      version: finding.version,
      remark: values.remark ?? "",
      checkedOnSite: values.checkedOnSite,
    });
    done(answer, t("findingActs.close.done"));
  }
  return (
    <ActDialog<Values>
      title={t("findingActs.close.title", { number: finding.number })}
      explain={finding.summary}
      initial={{ checkedOnSite: false }}
      submit={t("findingActs.close.act")}
      isSending={close.isSending}
      refused={close.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <Form.Item name="checkedOnSite" valuePropName="checked">
        <Checkbox>{t("findingActs.close.checkedOnSite")}</Checkbox>
      </Form.Item>
      <LongTextField
        name="remark"
        label={t("findingActs.close.remark")}
        isRequired={false}
        maxLength={findingsLimits.text}
        rows={3}
      />
    </ActDialog>
  );
}
