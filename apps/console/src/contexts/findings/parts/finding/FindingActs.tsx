import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActButton } from "../../../../parts/ActButton.tsx";
import { AskAdjustment } from "./AskAdjustment.tsx";
import { FindingActDialog } from "./acts/FindingActDialog.tsx";
import styles from "./FindingDetail.module.css";
import type { Finding, FindingAct, FindingVerb } from "./finding-types.ts";

/** One filled primary button, the next lawful act; other open acts beside it; blocked ones say why. */
export function FindingActs({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<FindingVerb | null>(null);
  // An act of another person's role is not shown at all, not even as blocked.
  const shown = finding.acts.filter((act) => act.whyNot?.about !== "whose");
  const live = shown.filter((act) => act.whyNot === null).sort(primaryFirst);
  const blocked = shown.filter((act) => act.whyNot !== null && isWorthSaying(act));
  return (
    <div className={styles["acts"]} role="group" aria-label={t("findingDetail.nextAct")}>
      {live.length === 0 ? null : (
        <div className={styles["live"]}>
          {live.map((act) => (
            <ActButton
              key={act.verb}
              label={t(`findingActs.${act.verb}.act`)}
              whyNot={null}
              isPrimary={act.isPrimary}
              onAct={() => setOpen(act.verb)}
            />
          ))}
        </div>
      )}
      {blocked.length === 0 ? null : (
        <div className={styles["blocked"]}>
          {blocked.map((act) => (
            <ActButton
              key={act.verb}
              label={t(`findingActs.${act.verb}.act`)}
              whyNot={act.whyNot?.message ?? ""}
              isPrimary={false}
              onAct={() => null}
            />
          ))}
        </div>
      )}
      <AskAdjustment finding={finding} />
      {open === null ? null : <FindingActDialog verb={open} finding={finding} onClose={() => setOpen(null)} />}
    </div>
  );
}

/** The next act, or one that only lacks something; acts of other statuses are left out. */
function isWorthSaying(act: FindingAct): boolean {
  return act.isPrimary || act.whyNot?.about !== "state";
}

function primaryFirst(one: FindingAct, other: FindingAct): number {
  return Number(other.isPrimary) - Number(one.isPrimary);
}
