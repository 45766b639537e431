import { dueState, parseDay } from "@anji/kernel";
import { useTranslation } from "react-i18next";
import { dayText } from "../formats/days.ts";
import { StatusWord } from "./StatusWord.tsx";
import { useToday } from "./today.ts";

const LOOKS = {
  normal: { tone: "good", shape: "dot" },
  soon: { tone: "soon", shape: "triangle" },
  overdue: { tone: "overdue", shape: "square" },
} as const;

export function DueWord({ dueOn }: { dueOn: string | null }) {
  const { t, i18n } = useTranslation();
  const clock = useToday();
  const day = dueOn === null ? null : parseDay(dueOn);
  const today = parseDay(clock.today);
  if (day === null || today === null)
    return (
      <StatusWord tone="muted" shape="dash">
        {t("due.unset")}
      </StatusWord>
    );
  const { state, days } = dueState({ dueOn: day, today, soonDays: clock.soonDays });
  return (
    <span title={dayText(day, i18n.language)}>
      <StatusWord {...LOOKS[state]}>
        {days === 0 ? t("due.today") : t(`due.${state}`, { days: Math.abs(days) })}
      </StatusWord>
    </span>
  );
}
