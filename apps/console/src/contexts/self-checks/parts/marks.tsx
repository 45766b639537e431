import { useTranslation } from "react-i18next";
import { StatusWord } from "../../../parts/StatusWord.tsx";
import styles from "./SelfChecks.module.css";
import type { Part, UnitSummary } from "./self-check.ts";

/** Signed or not, 迟报, 自查未报, 已变动: each a word with its shape. */
export function UnitMarks({ unit }: { unit: Pick<UnitSummary, "isSigned" | "isChanged" | "isLate" | "isUnreported"> }) {
  const { t } = useTranslation();
  return (
    <span className={styles["marks"]}>
      {unit.isSigned ? (
        <StatusWord tone="good" shape="check">
          {t("selfChecks.unitSigned")}
        </StatusWord>
      ) : (
        <StatusWord tone={unit.isChanged ? "overdue" : "soon"} shape={unit.isChanged ? "cross" : "ring"}>
          {unit.isChanged ? t("selfChecks.states.moved") : t("selfChecks.unitUnsigned")}
        </StatusWord>
      )}
      <LateAndUnreported isLate={unit.isLate} isUnreported={unit.isUnreported} />
    </span>
  );
}

export function PartMarks({ part }: { part: Part }) {
  const { t } = useTranslation();
  const isSigned = part.state === "signed";
  return (
    <span className={styles["marks"]}>
      <StatusWord
        tone={isSigned ? "good" : part.state === "moved" ? "overdue" : "soon"}
        shape={isSigned ? "check" : part.state === "moved" ? "cross" : "ring"}
      >
        {t(`selfChecks.states.${part.state}`)}
      </StatusWord>
      <LateAndUnreported isLate={part.isLate} isUnreported={part.cells.some((cell) => cell.isUnreported)} />
    </span>
  );
}

function LateAndUnreported({ isLate, isUnreported }: { isLate: boolean; isUnreported: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {isLate ? (
        <StatusWord tone="soon" shape="ring">
          {t("selfChecks.late")}
        </StatusWord>
      ) : null}
      {isUnreported ? (
        <StatusWord tone="overdue" shape="cross">
          {t("selfChecks.unreported")}
        </StatusWord>
      ) : null}
    </>
  );
}
