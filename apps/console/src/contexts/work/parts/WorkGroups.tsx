import { WORK_GROUPS, type WorkItem } from "@anji/kernel";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { nearestDue } from "../../../formats/days.ts";
import { useKeys } from "../../../frame/use-keys.ts";
import { DueWord } from "../../../parts/DueWord.tsx";
import { ListGroup } from "../../../parts/GroupedList.tsx";
import { useOpenWork } from "./use-open-work.ts";
import { WorkItemCard } from "./WorkItemCard.tsx";

const OPEN_GROUPS = 3;

/** The matters by act; each group can be folded. j and k choose a card, Enter opens it. */
export function WorkGroups({ items }: { items: readonly WorkItem[] }) {
  const { t } = useTranslation();
  const groups = WORK_GROUPS.map((group) => ({ group, items: items.filter((item) => item.group === group) })).filter(
    (one) => one.items.length > 0,
  );
  const ordered = groups.flatMap((one) => one.items);
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const chosen = ordered.find((item) => item.key === chosenKey) ?? ordered[0];
  const openWork = useOpenWork();
  const step = (by: number) => {
    const at = ordered.findIndex((item) => item.key === chosen?.key);
    const next = ordered[Math.min(ordered.length - 1, Math.max(0, at + by))];
    if (next === undefined) return;
    setChosenKey(next.key);
    document.getElementById(`work-${next.key}`)?.scrollIntoView({ block: "nearest" });
  };
  useKeys({ j: () => step(1), k: () => step(-1), Enter: () => chosen !== undefined && openWork(chosen) });
  return groups.map(({ group, items: members }, at) => (
    <ListGroup
      key={group}
      title={t(`work.groups.${group}`)}
      count={t("work.count", { n: members.length })}
      isOpenAtFirst={at < OPEN_GROUPS}
      nearest={
        <>
          <span>{t("work.nearest")}</span>
          <DueWord dueOn={nearestDue(members.map((item) => item.dueOn))} />
        </>
      }
    >
      {members.map((item) => (
        <WorkItemCard key={item.key} item={item} isChosen={item.key === chosen?.key} />
      ))}
    </ListGroup>
  ));
}
