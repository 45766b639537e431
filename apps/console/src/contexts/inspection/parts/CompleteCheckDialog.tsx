import { CONCLUSIONS, type Conclusion, SPOT_CHECK_QUESTIONS, type SpotCheckQuestion } from "@anji/campaign";
import { inspectionLimits } from "@anji/inspection";
import { App, Button, Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../parts/ActDialog.tsx";
import { useFrame } from "../../../frame/use-frame.ts";
import { DayField, LongTextField } from "../../../parts/TextField.tsx";
import { trpc } from "../../../rpc/trpc.ts";
import { useCommand } from "../../../rpc/use-command.ts";
import type { Check } from "./check.ts";
import styles from "./CompleteCheckDialog.module.css";

const WIDTH = 680;

type Values = {
  scores: Record<SpotCheckQuestion, { score: number; remark?: string }>;
  visitedOn: string[];
  conclusion: Conclusion;
  remark?: string;
};

/** 抽查的重点: the plan's five questions, each with its marks and what was seen, and the days on site. */
export function CompleteCheckDialog({ check, onClose }: { check: Check; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { campaign, me } = useFrame();
  const { spotChecks } = campaign.plan;
  const bands = spotChecks.conclusions.flatMap(({ conclusion, marksMin }) =>
    marksMin === null || marksMin === 0
      ? []
      : [t("checks.band", { conclusion: t(`checks.conclusions.${conclusion}`), marks: marksMin })],
  );
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
      visitedOn: values.visitedOn,
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
      explain={t("checks.scoreHint", { min: spotChecks.answerCharactersMin, bands: bands.join("，") })}
      width={WIDTH}
      initial={{ visitedOn: [me.clock.today], ...recordedBefore(check) }}
      submit={t("checks.acts.complete")}
      isSending={complete.isSending}
      refused={complete.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      {SPOT_CHECK_QUESTIONS.map((question) => (
        <QuestionFields key={question} question={question} fullMarks={spotChecks.fullMarks[question]} />
      ))}
      <DaysOnSite min={check.begunOn ?? me.clock.today} max={me.clock.today} />
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

function QuestionFields({ question, fullMarks }: { question: SpotCheckQuestion; fullMarks: number }) {
  const { t } = useTranslation();
  const name = t(`checks.questions.${question}`);
  const required = [{ required: true, message: t("fields.required") }];
  return (
    <fieldset className={styles["question"]}>
      <legend>{name}</legend>
      <Form.Item
        name={["scores", question, "score"]}
        extra={t("checks.fullMarks", { max: fullMarks })}
        rules={required}
      >
        <InputNumber aria-label={t("checks.scoreLabel", { question: name })} min={0} max={fullMarks} precision={0} />
      </Form.Item>
      <Form.Item name={["scores", question, "remark"]} rules={required}>
        <Input.TextArea
          aria-label={t("checks.remarkLabel", { question: name })}
          placeholder={t("checks.scoreRemark")}
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={inspectionLimits.remark}
        />
      </Form.Item>
    </fieldset>
  );
}

function DaysOnSite({ min, max }: { min: string; max: string }) {
  const { t } = useTranslation();
  return (
    <Form.List name="visitedOn">
      {(rows, { add, remove }) => (
        <>
          {rows.map((row) => (
            <div key={row.key} className={styles["day"]}>
              <DayField
                name={[row.name]}
                label={t("checks.visitedOn")}
                isRequired
                extra={t("checks.visitedHint")}
                min={min}
                max={max}
              />
              {rows.length < 2 ? null : <Button onClick={() => remove(row.name)}>{t("acts.remove")}</Button>}
            </div>
          ))}
          {rows.length >= inspectionLimits.daysOnSite ? null : (
            <Button onClick={() => add(max)}>{t("checks.addDay")}</Button>
          )}
        </>
      )}
    </Form.List>
  );
}

/** The result recorded before the return, to be corrected instead of typed again. */
function recordedBefore(check: Check): Partial<Values> {
  if (check.scores.length === 0) return {};
  const of = (question: SpotCheckQuestion) => {
    const one = check.scores.find((score) => score.question === question);
    return { score: one?.score ?? 0, remark: one?.remark ?? "" };
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
