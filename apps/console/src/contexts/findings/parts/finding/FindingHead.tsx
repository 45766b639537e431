import { FINDING_STATUSES } from "@anji/findings";
import { useTranslation } from "react-i18next";
import { usePlanNames } from "../../../../frame/use-plan-names.ts";
import { DueWord } from "../../../../parts/DueWord.tsx";
import { Mark } from "../../../../parts/Mark.tsx";
import { MoneyBar } from "../../../../parts/MoneyBar.tsx";
import styles from "./FindingDetail.module.css";
import type { Finding } from "./finding-types.ts";

export function FindingHead({ finding }: { finding: Finding }) {
  const names = usePlanNames();
  return (
    <header className={styles["head"]}>
      <p className={styles["facts"]}>
        <strong>{finding.number}</strong>
        <span>{finding.unitName}</span>
        <span>{names.fund(finding.fundLine)}</span>
        <span>{names.category(finding.category)}</span>
        {finding.status === "closed" ? null : <DueWord dueOn={finding.dueOn} />}
      </p>
      <h2 className={styles["title"]}>{names.kind(finding.kind)}</h2>
      <p>{finding.summary}</p>
      <StateLine finding={finding} />
      <MoneyBar
        foundFen={finding.foundFen}
        parts={{
          recovered: finding.recoveredFen,
          repaid: finding.repaidFen,
          rebooked: finding.rebookedFen,
          writtenOff: finding.writtenOffFen,
          outstanding: finding.outstandingFen,
        }}
        before={finding}
      />
    </header>
  );
}

/** All statuses in order, the present one, and who may move the finding next. */
function StateLine({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const shown = FINDING_STATUSES.filter((status) => status !== "withdrawn" || finding.status === "withdrawn");
  const at = shown.indexOf(finding.status);
  return (
    <>
      <ol className={styles["line"]} aria-label={t("findingDetail.stateLine")}>
        {shown.map((status, index) => (
          <li
            key={status}
            className={`${styles["stage"]} ${index < at || finding.status === "closed" ? styles["passed"] : index === at ? styles["now"] : ""}`}
            {...(index === at ? { "aria-current": "step" } : {})}
          >
            <Mark shape={index < at || finding.status === "closed" ? "check" : index === at ? "half" : "ring"} />
            {t(`findings.statuses.${status}`)}
          </li>
        ))}
      </ol>
      <p className={styles["mover"]}>{t(`findingDetail.mover.${finding.status}`)}</p>
    </>
  );
}
