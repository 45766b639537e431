import { SEARCHED_MIN, selfChecksLimits } from "@anji/self-checks";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../frame/use-frame.ts";
import { ActDialog } from "../../../parts/ActDialog.tsx";
import { LongTextField } from "../../../parts/TextField.tsx";
import { trpc } from "../../../rpc/trpc.ts";
import { useCommand } from "../../../rpc/use-command.ts";
import { AnswerCells } from "./AnswerCells.tsx";
import { type Draft, draftOf, withNothing } from "./answer-draft.ts";
import type { Matrix, Part } from "./self-check.ts";

type AnswerDialogProps = { part: Part; matrix: Matrix; onClose: () => void };

/** A department answers its cells. Part of them may be saved; the signature needs all. */
export function AnswerDialog({ part, matrix, onClose }: AnswerDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { campaign } = useFrame();
  const [draft, setDraft] = useState<Draft>(() => draftOf(part, matrix.rows));
  const answer = useCommand(trpc.selfChecks.answer.mutationOptions());
  async function send({ searched }: { searched?: string }): Promise<void> {
    const cells = [...draft.values()].flatMap((one) => (one.answer === null ? [] : [{ ...one, answer: one.answer }]));
    const { code: declarant, version } = part;
    const of = { campaignId: campaign.id, unitCode: matrix.unitCode, declarant, version };
    const done = await answer.send({ ...of, searched: searched ?? "", cells });
    if (done === null) return;
    void message.success(t("selfChecks.answered"));
    onClose();
  }
  const open = [...draft.values()].filter((one) => one.answer === null).length;
  return (
    <ActDialog<{ searched: string }>
      title={t("selfChecks.answerFor", { name: part.name })}
      explain={t("selfChecks.answerExplain")}
      initial={{ searched: part.searched }}
      submit={t("selfChecks.acts.answer")}
      isSending={answer.isSending}
      refused={answer.refused}
      width={720}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <LongTextField
        name="searched"
        label={t("selfChecks.searched")}
        extra={t("selfChecks.searchedHint", { n: SEARCHED_MIN })}
        isRequired={false}
        maxLength={selfChecksLimits.searched}
        rows={2}
      />
      <p>
        {t("selfChecks.openCells", { n: open })}{" "}
        <Button size="small" disabled={open === 0} onClick={() => setDraft(withNothing(draft, part, matrix.rows))}>
          {t("selfChecks.restNothing")}
        </Button>
      </p>
      <AnswerCells draft={draft} part={part} rows={matrix.rows} onChange={setDraft} />
    </ActDialog>
  );
}
