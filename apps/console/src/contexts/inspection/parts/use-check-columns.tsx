import { useTranslation } from "react-i18next";
import { dayText } from "../../../formats/days.ts";
import type { Column } from "../../../parts/RowTable.tsx";
import { StatusWord } from "../../../parts/StatusWord.tsx";
import { useListText } from "../../../parts/use-list-text.ts";
import type { Outputs } from "../../../rpc/trpc.ts";

export type CheckRow = Outputs["inspection"]["spotChecks"]["list"]["items"][number];

export const CHECK_LOOKS = {
  scheduled: { tone: "muted", shape: "ring" },
  underway: { tone: "primary", shape: "half" },
  completed: { tone: "soon", shape: "arrow" },
  countersigned: { tone: "good", shape: "check" },
  cancelled: { tone: "muted", shape: "dash" },
} as const;

export function useCheckColumns(): Column<CheckRow>[] {
  const { t, i18n } = useTranslation();
  const list = useListText();
  return [
    { key: "number", title: t("checks.number"), cell: (row) => row.number },
    { key: "unit", title: t("checks.unit"), cell: (row) => <strong>{row.unitName}</strong> },
    { key: "level", title: t("checks.level"), isSecondary: true, cell: (row) => t(`checks.levels.${row.level}`) },
    { key: "inspectors", title: t("checks.inspectors"), isSecondary: true, cell: (row) => list(row.inspectors) },
    {
      key: "scheduledOn",
      title: t("checks.scheduledOn"),
      isSecondary: true,
      cell: (row) => dayText(row.scheduledOn, i18n.language),
    },
    {
      key: "completedOn",
      title: t("checks.completedOn"),
      isSecondary: true,
      cell: (row) => (row.completedOn === null ? null : dayText(row.completedOn, i18n.language)),
    },
    {
      key: "score",
      title: t("checks.score"),
      align: "end",
      isSecondary: true,
      cell: (row) => (row.score === null ? null : t("checks.scoreOf", { n: row.score })),
    },
    {
      key: "conclusion",
      title: t("checks.conclusion"),
      isSecondary: true,
      cell: (row) => (row.conclusion === null ? null : t(`checks.conclusions.${row.conclusion}`)),
    },
    {
      key: "status",
      title: t("checks.status"),
      cell: (row) => <StatusWord {...CHECK_LOOKS[row.status]}>{t(`checks.statuses.${row.status}`)}</StatusWord>,
    },
  ];
}
