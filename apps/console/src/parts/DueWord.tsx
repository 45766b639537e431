import { useTranslation } from "react-i18next";
import { dayText } from "../formats/days.ts";
import { dueOf } from "../formats/due.ts";
import { StatusWord } from "./StatusWord.tsx";

const LOOKS = {
  calm: { tone: "good", shape: "dot" },
  soon: { tone: "soon", shape: "triangle" },
  overdue: { tone: "overdue", shape: "square" },
} as const;

export function DueWord({ dueOn, today }: { dueOn: string | null; today: string }) {
  const { t, i18n } = useTranslation();
  if (dueOn === null)
    return (
      <StatusWord tone="muted" shape="dash">
        {t("due.unset")}
      </StatusWord>
    );
  const due = dueOf(dueOn, today);
  const word = due.state === "soon" && due.days === 0 ? t("due.today") : t(`due.${due.state}`, { days: due.days });
  return (
    <span title={dayText(dueOn, i18n.language)}>
      <StatusWord {...LOOKS[due.state]}>{word}</StatusWord>
    </span>
  );
}
