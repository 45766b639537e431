import type { WorkItem } from "@anji/kernel";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { dayText } from "../../formats/days.ts";
import { DueWord } from "../../parts/DueWord.tsx";
import { Money } from "../../parts/Money.tsx";
import { WorkCard } from "../../parts/WorkCard.tsx";
import { useOpenWork } from "./use-open-work.ts";
import { verbKey } from "./work-verbs.ts";

export function WorkItemCard({ item, isChosen }: { item: WorkItem; isChosen: boolean }) {
  const { t, i18n } = useTranslation();
  const openWork = useOpenWork();
  const { lastRemark } = item;
  return (
    <div id={`work-${item.key}`}>
      <WorkCard
        number={item.number}
        unitName={item.unitName}
        title={item.title}
        amount={item.amountFen === null ? null : <Money fen={item.amountFen} withUnit />}
        remark={
          lastRemark === null
            ? null
            : t("work.quoted", { by: lastRemark.by, on: dayText(lastRemark.on.slice(0, 10), i18n.language), text: lastRemark.text })
        }
        isReturned={item.isReturned}
        returnedWord={t("work.returned")}
        due={<DueWord dueOn={item.dueOn} />}
        act={
          <Button type={isChosen ? "primary" : "default"} onClick={() => openWork(item)}>
            {t(verbKey(item.verb))}
          </Button>
        }
        isChosen={isChosen}
      />
    </div>
  );
}
