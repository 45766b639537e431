import { WORK_GROUPS, type WorkItem } from "@anji/kernel";
import { useTranslation } from "react-i18next";
import { Chip, ChipRow } from "../../../parts/Chip.tsx";

export type WorkShow = "returned" | WorkItem["group"];

type WorkFilterProps = { items: readonly WorkItem[]; show: WorkShow | null; onChoose: (show: WorkShow | null) => void };

export function WorkFilter({ items, show, onChoose }: WorkFilterProps) {
  const { t } = useTranslation();
  const returned = items.filter((item) => item.isReturned).length;
  const groups = WORK_GROUPS.map((group) => ({ group, n: items.filter((item) => item.group === group).length })).filter(
    (one) => one.n > 0,
  );
  return (
    <ChipRow label={t("work.filters.label")}>
      <Chip isOn={show === null} count={items.length} onToggle={() => onChoose(null)}>
        {t("work.filters.all")}
      </Chip>
      {returned === 0 && show !== "returned" ? null : (
        <Chip isOn={show === "returned"} count={returned} onToggle={() => onChoose("returned")}>
          {t("work.filters.returned")}
        </Chip>
      )}
      {groups.map(({ group, n }) => (
        <Chip key={group} isOn={show === group} count={n} onToggle={() => onChoose(group)}>
          {t(`work.groups.${group}`)}
        </Chip>
      ))}
    </ChipRow>
  );
}
