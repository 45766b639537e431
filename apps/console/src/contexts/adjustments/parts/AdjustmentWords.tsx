import { FINDING_STATUSES } from "@anji/findings";
import { useTranslation } from "react-i18next";
import { instantText } from "../../../formats/days.ts";
import { wanYuan } from "../../../formats/money.ts";
import { usePlanNames } from "../../../frame/use-plan-names.ts";
import { fileLink } from "../../../rpc/file-link.ts";
import type { Adjustment } from "./adjustment.ts";

type Effect = Adjustment["effects"][number];

/** What is asked for, fact by fact before and after, the reason, the papers and the decision. */
export function AdjustmentWords({ adjustment }: { adjustment: Adjustment }) {
  const { t, i18n } = useTranslation();
  const shown = useShownFact();
  const { kind, effects, decidingLevel, requestedByName, requestedAt, reason, decidedByName, decision } = adjustment;
  return (
    <>
      <strong>{t(`adjustments.kinds.${kind}`)}</strong>
      <span> {t("adjustments.by", { level: t(`levels.${decidingLevel}`) })}</span>
      {effects.map((effect) => (
        <div key={`${effect.field} ${effect.lineNo}`}>
          {t("adjustments.change", {
            field: t(`adjustments.fields.${effect.field}`),
            before: shown(effect.field, effect.before),
            after: shown(effect.field, effect.after),
          })}
        </div>
      ))}
      <div>
        {t("adjustments.asked", { name: requestedByName, at: instantText(requestedAt, i18n.language), reason })}
      </div>
      {adjustment.documents.map((document) => (
        <div key={document.fileId}>
          <a href={fileLink(document.fileId)}>{document.name}</a>
        </div>
      ))}
      {decidedByName === null ? null : (
        <div>{t("adjustments.decision", { name: decidedByName, text: decision ?? "" })}</div>
      )}
    </>
  );
}

function useShownFact(): (field: Effect["field"], value: string) => string {
  const { t } = useTranslation();
  const names = usePlanNames();
  return (field, value) => {
    if (value === "") return t("adjustments.none");
    switch (field) {
      case "foundFen":
        return wanYuan(value);
      case "fundLine":
        return names.fund(value);
      case "kind":
        return names.kind(value);
      case "responsibleLevel":
        return t(`levels.${value === "province" || value === "city" ? value : "county"}`);
      case "status":
        return t(`findings.statuses.${FINDING_STATUSES.find((status) => status === value) ?? "registered"}`);
      default:
        return value;
    }
  };
}
