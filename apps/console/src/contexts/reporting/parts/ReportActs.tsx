import type { WireRefusal } from "@anji/kernel";
import { useTranslation } from "react-i18next";
import { ActButton } from "../../../parts/ActButton.tsx";
import { Panel } from "../../../parts/Panel.tsx";
import { RefusalNotice } from "../../../parts/RefusalNotice.tsx";
import styles from "./Report.module.css";

type Act<Verb extends string> = {
  verb: Verb;
  whyNot: Pick<WireRefusal, "about" | "message"> | null;
  isPrimary: boolean;
};

type ReportActsProps<Verb extends string> = {
  acts: readonly Act<Verb>[];
  busy: Verb | null;
  refused: { message: string } | null;
  /** Who does the next act, when it belongs to another role. */
  handOn: string | null;
  labelOf: (verb: Verb) => string;
  onAct: (verb: Verb) => void;
};

/** The acts open on a report now. The next act is shown also when it is blocked, with the reason. */
export function ReportActs<Verb extends string>({
  acts,
  busy,
  refused,
  handOn,
  labelOf,
  onAct,
}: ReportActsProps<Verb>) {
  const { t } = useTranslation();
  const shown = acts
    .filter((act) => act.whyNot === null || (act.isPrimary && act.whyNot.about !== "whose"))
    .toSorted((one, other) => Number(other.isPrimary) - Number(one.isPrimary));
  if (shown.length === 0 && handOn === null) return null;
  return (
    <Panel title={t("reports.page.acts")} isPadded>
      <div className={styles["acts"]}>
        {handOn === null ? null : <p className={styles["handOn"]}>{handOn}</p>}
        {refused === null ? null : <RefusalNotice message={refused.message} others={[]} />}
        {shown.map((act) => (
          <ActButton
            key={act.verb}
            label={labelOf(act.verb)}
            whyNot={act.whyNot?.message ?? null}
            isPrimary={act.isPrimary}
            isBusy={busy === act.verb}
            onAct={() => onAct(act.verb)}
          />
        ))}
      </div>
    </Panel>
  );
}
