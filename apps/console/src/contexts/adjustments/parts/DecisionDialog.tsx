import { adjustmentsLimits } from "@anji/adjustments";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../parts/ActDialog.tsx";
import { LongTextField, TextField } from "../../../parts/TextField.tsx";
import { trpc } from "../../../rpc/trpc.ts";
import { useCommand } from "../../../rpc/use-command.ts";
import type { Adjustment } from "./adjustment.ts";
import { AdjustmentWords } from "./AdjustmentWords.tsx";

type DecisionProps = { act: "grant" | "decline"; adjustment: Adjustment; onClose: () => void };
type Values = { documentNo?: string; remark?: string };

/** 同意 or 不同意, with what changes before the eyes of who decides. */
export function DecisionDialog({ act, adjustment, onClose }: DecisionProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const grant = useCommand(trpc.adjustments.grant.mutationOptions());
  const decline = useCommand(trpc.adjustments.decline.mutationOptions());
  const command = act === "grant" ? grant : decline;
  async function send({ documentNo = "", remark = "" }: Values): Promise<void> {
    const { id, version } = adjustment;
    const number = documentNo.trim() === "" ? null : documentNo;
    const done =
      act === "grant"
        ? await grant.send({ id, version, documentNo: number, remark })
        : await decline.send({ id, version, remark });
    if (done === null) return;
    void message.success(t("adjustments.done"));
    onClose();
  }
  return (
    <ActDialog<Values>
      title={`${t(`adjustments.${act}`)} ${adjustment.number}`}
      explain={<AdjustmentWords adjustment={adjustment} />}
      initial={{}}
      submit={t(`adjustments.${act}`)}
      isSending={command.isSending}
      refused={command.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      {act === "grant" ? (
        <TextField
          name="documentNo"
          label={t("fields.documentNo")}
          isRequired={false}
          maxLength={adjustmentsLimits.name}
          extra={t("fields.documentNoHint")}
        />
      ) : null}
      <LongTextField
        name="remark"
        label={t("adjustments.remark")}
        isRequired={act === "decline"}
        maxLength={adjustmentsLimits.text}
        rows={3}
      />
    </ActDialog>
  );
}
