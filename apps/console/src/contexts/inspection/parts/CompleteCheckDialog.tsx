import {
  SPOT_CHECK_QUESTIONS,
  type SpotCheckQuestion,
  type Conclusion,
  CONCLUSIONS,
  REMARK_REQUIRED_BELOW,
  SCORE_MAX,
  inspectionLimits,
} from "@anji/inspection";
import { App, Form, Input, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../parts/ActDialog.tsx";
import { LongTextField } from "../../../parts/TextField.tsx";
import { trpc } from "../../../rpc/trpc.ts";
import { useCommand } from "../../../rpc/use-command.ts";
import type { Check } from "./check.ts";
import styles from "./CompleteCheckDialog.module.css";

const WIDTH = 680;

type Values = {
  scores: Record<SpotCheckQuestion, { score: number; remark?: string }>;
  conclusion: Conclusion;
  remark?: string;
};

/** 抽查的重点: the plan's five questions, each 0 to 4, a low score with its reason. */
export function CompleteCheckDialog({ check, onClose }: { check: Check; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const complete = useCommand(trpc.inspection.spotChecks.complete.mutationOptions());
  async function send(values: Values): Promise<void> {
    const scoreOf = (question: SpotCheckQuestion) => ({
      score: values.scores[question].score,
      remark: values.scores[question].remark ?? "",
    });
    const done = await complete.send({
      id: check.id,
      version: check.version,
      scores: {
        earnest: scoreOf("earnest"),
        corrected: scoreOf("corrected"),
        risks: scoreOf("risks"),
        institutions: scoreOf("institutions"),
        proposals: scoreOf("proposals"),
      },
      conclusion: values.conclusion,
      remark: values.remark ?? "",
    });
    if (done === null) return;
    void message.success(t("checks.acts.completeDone"));
    onClose();
  }
  return (
    <ActDialog<Values>
      title={t("checks.acts.complete")}
      explain={t("checks.scoreHint", { max: SCORE_MAX, floor: REMARK_REQUIRED_BELOW })}
      width={WIDTH}
      initial={recordedBefore(check)}
      submit={t("checks.acts.complete")}
      isSending={complete.isSending}
      refused={complete.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      {SPOT_CHECK_QUESTIONS.map((question) => (
        <QuestionFields key={question} question={question} />
      ))}
      <Form.Item
        name="conclusion"
        label={t("checks.conclusion")}
        rules={[{ required: true, message: t("fields.required") }]}
      >
        <Select
          placeholder={t("acts.choose")}
          options={CONCLUSIONS.map((value) => ({ value, label: t(`checks.conclusions.${value}`) }))}
        />
      </Form.Item>
      <LongTextField
        name="remark"
        label={t("checks.remark")}
        isRequired={false}
        maxLength={inspectionLimits.remark}
        rows={3}
      />
    </ActDialog>
  );
}

function QuestionFields({ question }: { question: SpotCheckQuestion }) {
  const { t } = useTranslation();
  const name = t(`checks.questions.${question}`);
  const scores = Array.from({ length: SCORE_MAX + 1 }, (_, score) => ({ value: score, label: String(score) }));
  return (
    <fieldset className={styles["question"]}>
      <legend>{name}</legend>
      <Form.Item name={["scores", question, "score"]} rules={[{ required: true, message: t("fields.required") }]}>
        <Radio.Group aria-label={t("checks.scoreLabel", { question: name })} options={scores} optionType="button" />
      </Form.Item>
      <Form.Item
        name={["scores", question, "remark"]}
        dependencies={[["scores", question, "score"]]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, text: string | undefined) => {
              const score: unknown = getFieldValue(["scores", question, "score"]);
              const isNeeded = typeof score === "number" && score < REMARK_REQUIRED_BELOW;
              return isNeeded && (text ?? "").trim() === ""
                ? Promise.reject(new Error(t("fields.required")))
                : Promise.resolve();
            },
          }),
        ]}
      >
        <Input
          aria-label={t("checks.remarkLabel", { question: name })}
          placeholder={t("checks.scoreRemark")}
          maxLength={inspectionLimits.remark}
        />
      </Form.Item>
    </fieldset>
  );
}

/** The result recorded before the return, to be corrected instead of typed again. */
function recordedBefore(check: Check): Partial<Values> {
  if (check.scores.length === 0) return {};
  const of = (question: SpotCheckQuestion) => {
    const one = check.scores.find((score) => score.question === question);
    return { score: one?.score ?? SCORE_MAX, remark: one?.remark ?? "" };
  };
  const scores = {
    earnest: of("earnest"),
    corrected: of("corrected"),
    risks: of("risks"),
    institutions: of("institutions"),
    proposals: of("proposals"),
  };
  return { scores, remark: check.remark ?? "" };
}
