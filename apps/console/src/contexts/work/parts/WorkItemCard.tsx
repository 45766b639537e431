import type { WorkItem } from "@anji/kernel";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { DueWord } from "../../../parts/DueWord.tsx";
import { Money } from "../../../parts/Money.tsx";
import { WorkCard } from "../../../parts/WorkCard.tsx";
import { useOpenWork } from "./use-open-work.ts";
import { remarkText, verbKey, workNumber, workTitle } from "./work-words.ts";

export function WorkItemCard({ item, isChosen }: { item: WorkItem; isChosen: boolean }) {
  const { t, i18n } = useTranslation();
  const openWork = useOpenWork();
  const { lastRemark } = item;
  return (
    <div id={`work-${item.key}`}>
      <WorkCard
        number={workNumber(item, t)}
        unitName={item.unitName}
        title={workTitle(item, t, i18n.language)}
        amount={item.amountFen === null ? null : <Money fen={item.amountFen} withUnit />}
        remark={lastRemark === null ? null : remarkText(lastRemark, t, i18n.language)}
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
