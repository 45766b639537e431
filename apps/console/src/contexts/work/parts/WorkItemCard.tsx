import type { WorkItem } from "@anji/kernel";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { DueWord } from "../../../parts/DueWord.tsx";
import { Money } from "../../../parts/Money.tsx";
import { WorkCard } from "../../../parts/WorkCard.tsx";
import { useContributions } from "../../../frame/use-contributions.ts";
import { useOpenWork } from "./use-open-work.ts";
import { remarkText } from "./remark-text.ts";

export function WorkItemCard({ item, isChosen }: { item: WorkItem; isChosen: boolean }) {
  const { t, i18n } = useTranslation();
  const openWork = useOpenWork();
  const { verbs, subjects } = useContributions().work;
  const subject = subjects[item.subject.kind];
  const speaker = { t, language: i18n.language };
  const { lastRemark } = item;
  return (
    <div id={`work-${item.key}`}>
      <WorkCard
        number={subject?.number(item, speaker) ?? item.number}
        unitName={item.unitName}
        title={subject?.title(item, speaker) ?? item.title}
        amount={item.amountFen === null ? null : <Money fen={item.amountFen} withUnit />}
        remark={lastRemark === null ? null : remarkText(lastRemark, speaker)}
        isReturned={item.isReturned}
        returnedWord={t("work.returned")}
        due={<DueWord dueOn={item.dueOn} />}
        act={
          <Button type={isChosen ? "primary" : "default"} onClick={() => openWork(item)}>
            {t(verbs[item.verb] ?? "work.otherVerb")}
          </Button>
        }
        isChosen={isChosen}
      />
    </div>
  );
}
