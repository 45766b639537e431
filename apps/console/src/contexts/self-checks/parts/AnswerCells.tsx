import { CELL_ANSWERS, selfChecksLimits } from "@anji/self-checks";
import { Checkbox, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../frame/use-frame.ts";
import { usePlanNames } from "../../../frame/use-plan-names.ts";
import { type Draft, type DraftCell, withCell } from "./answer-draft.ts";
import { namable, type Part, type PoolRow } from "./self-check.ts";
import styles from "./SelfChecks.module.css";

type AnswerCellsProps = { draft: Draft; part: Part; rows: readonly PoolRow[]; onChange: (draft: Draft) => void };

/** The cells of a department as a list, fund by fund; it reads the same on a phone. */
export function AnswerCells({ draft, part, rows, onChange }: AnswerCellsProps) {
  const { plan } = useFrame().campaign;
  const cells = [...draft.values()];
  return plan.fundLines.map((fund) => (
    <fieldset key={fund.code} className={styles["fund"]}>
      <legend>{fund.name}</legend>
      {cells
        .filter((cell) => cell.fundLine === fund.code)
        .map((cell) => (
          <AnswerCell
            key={cell.category}
            cell={cell}
            rows={namable(rows, part, cell)}
            onChange={(next) => onChange(withCell(draft, next))}
          />
        ))}
    </fieldset>
  ));
}

function AnswerCell(props: { cell: DraftCell; rows: readonly PoolRow[]; onChange: (cell: DraftCell) => void }) {
  const { t } = useTranslation();
  const names = usePlanNames();
  const { cell, rows, onChange } = props;
  const category = names.category(cell.category);
  const all = rows.map((row) => row.findingId);
  const choose = (answer: NonNullable<DraftCell["answer"]>) =>
    onChange({ ...cell, answer, reason: null, findings: answer === "found" ? all : [] });
  return (
    <div className={styles["answer"]}>
      <span>{category}</span>
      <Radio.Group
        size="small"
        optionType="button"
        aria-label={`${names.fundShort(cell.fundLine)} ${category}`}
        value={cell.answer}
        options={CELL_ANSWERS.map((value) => ({ value, label: t(`selfChecks.answers.${value}`) }))}
        onChange={(event) => {
          const answer = CELL_ANSWERS.find((one) => one === event.target.value);
          if (answer !== undefined) choose(answer);
        }}
      />
      {cell.answer === "notApplicable" ? (
        <Input
          size="small"
          placeholder={t("selfChecks.reason")}
          aria-label={t("selfChecks.reason")}
          maxLength={selfChecksLimits.reason}
          value={cell.reason ?? ""}
          onChange={(event) => onChange({ ...cell, reason: event.target.value || null })}
        />
      ) : null}
      {cell.answer === "found" && rows.length > 0 ? (
        <Checkbox.Group
          value={cell.findings}
          options={rows.map((row) => ({ value: row.findingId, label: `${row.number} ${row.summary}` }))}
          onChange={(findings) => onChange({ ...cell, findings })}
        />
      ) : null}
      {cell.answer === "found" && rows.length === 0 ? <small>{t("selfChecks.registerFirst")}</small> : null}
    </div>
  );
}
