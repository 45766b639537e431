import { useTranslation } from "react-i18next";
import { dayText, instantText, weekdayText } from "../formats/days.ts";
import type { TitleFact } from "../parts/PageTitle.tsx";
import { useFrame } from "./use-frame.ts";

/** The line under a title: the day, the unit, and the moment of the figures. */
export function useScopeFacts(): TitleFact[] {
  const { t, i18n } = useTranslation();
  const { me, scopeUnit } = useFrame();
  const day = `${dayText(me.clock.today, i18n.language)} ${weekdayText(me.clock.today, i18n.language)}`;
  return [
    { label: null, value: day },
    { label: t("frame.facts.scope"), value: scopeUnit.fullName },
    { label: t("frame.facts.cutOff"), value: instantText(me.clock.now, i18n.language) },
  ];
}
