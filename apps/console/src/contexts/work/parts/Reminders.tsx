import type { WorkItem } from "@anji/kernel";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { dayText, nearestDue } from "../../../formats/days.ts";
import { EmptyState } from "../../../parts/EmptyState.tsx";
import type { Shape } from "../../../parts/Mark.tsx";
import { Panel } from "../../../parts/Panel.tsx";
import { StatusWord } from "../../../parts/StatusWord.tsx";
import { useToday } from "../../../parts/today.ts";
import styles from "./Side.module.css";

/** Why the person is reminded, grouped by reason. */
export function Reminders({ items }: { items: readonly WorkItem[] }) {
  const { t, i18n } = useTranslation();
  const { today } = useToday();
  const overdue = items.filter((item) => item.dueOn !== null && item.dueOn < today);
  const returned = items.filter((item) => item.isReturned);
  const earliest = nearestDue(overdue.map((item) => item.dueOn));
  return (
    <Panel title={t("work.reminders")} note={t("work.remindersNote")}>
      {overdue.length === 0 && returned.length === 0 ? <EmptyState what={t("work.noReminders")} /> : null}
      {earliest === null ? null : (
        <Reminder shape="square" word={t("work.reminder.overdue")} n={overdue.length}>
          {t("work.reminder.overdueText", { n: overdue.length, day: dayText(earliest, i18n.language) })}
        </Reminder>
      )}
      {returned.length === 0 ? null : (
        <Reminder shape="back" word={t("work.reminder.returned")} n={returned.length}>
          <Link to="/" search={{ show: "returned" }}>
            {t("work.reminder.returnedText", { n: returned.length })}
          </Link>
        </Reminder>
      )}
    </Panel>
  );
}

function Reminder({ shape, word, n, children }: { shape: Shape; word: string; n: number; children: ReactNode }) {
  return (
    <div className={styles["row"]}>
      <p className={styles["head"]}>
        <StatusWord tone="overdue" shape={shape}>
          {word}
        </StatusWord>
        <span>{n}</span>
      </p>
      <p>{children}</p>
    </div>
  );
}
