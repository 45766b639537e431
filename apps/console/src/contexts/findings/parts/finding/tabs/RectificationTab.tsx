import { useTranslation } from "react-i18next";
import { useListText } from "../../../../../parts/use-list-text.ts";
import { dayText } from "../../../../../formats/days.ts";
import type { Finding } from "../finding-types.ts";
import { FieldList } from "./FieldList.tsx";

export function RectificationTab({ finding }: { finding: Finding }) {
  const { t, i18n } = useTranslation();
  const list = useListText();
  const { nature, rectificationKind } = finding;
  return (
    <FieldList
      fields={[
        {
          label: t("findingDetail.rectification.nature"),
          value: nature === null ? null : t(`findings.natures.${nature}`),
        },
        {
          label: t("findingDetail.rectification.means"),
          value: list(finding.means.map((one) => t(`findingDetail.means.${one}`))),
        },
        { label: t("findingDetail.rectification.handlingOpinion"), value: finding.handlingOpinion, isWide: true },
        {
          label: t("findingDetail.rectification.kind"),
          value: rectificationKind === null ? null : t(`findingDetail.rectificationKinds.${rectificationKind}`),
        },
        {
          label: t("findingDetail.rectification.dueOn"),
          value: finding.dueOn === null ? null : dayText(finding.dueOn, i18n.language),
        },
        { label: t("findingDetail.rectification.department"), value: finding.department },
        { label: t("findingDetail.rectification.responsiblePerson"), value: finding.responsiblePerson },
        { label: t("findingDetail.rectification.measures"), value: finding.measures, isWide: true },
        { label: t("findingDetail.rectification.advice"), value: finding.advice, isWide: true },
      ]}
    />
  );
}
