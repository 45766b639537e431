import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../frame/use-frame.ts";
import { DueWord } from "../../../parts/DueWord.tsx";
import { EmptyState } from "../../../parts/EmptyState.tsx";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { Money } from "../../../parts/Money.tsx";
import { Panel } from "../../../parts/Panel.tsx";
import { RowSkeleton } from "../../../parts/RowSkeleton.tsx";
import { failureText } from "../../../rpc/failure-text.ts";
import { type Inputs, type Outputs, trpc } from "../../../rpc/trpc.ts";
import { filterOf, type FindingsSearch, sortOf } from "../../findings/search.ts";
import styles from "./AreaOverview.module.css";

type Finding = Outputs["findings"]["list"]["items"][number];
type Ask = Pick<Inputs["findings"]["list"], "filter" | "sort">;

const SHOWN = 5;
const LISTS = {
  overdue: { due: "overdue", sort: "dueOn", direction: "asc" },
  largest: { sort: "foundFen", direction: "desc" },
  inspected: {
    origins: ["patrol", "citySpotCheck", "provinceSpotCheck", "ministrySpotCheck"],
    sort: "discoveredOn",
    direction: "desc",
  },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<keyof FindingsSearch, unknown>>>>>;
type ListName = keyof typeof LISTS;
const NAMES = ["overdue", "largest", "inspected"] as const satisfies readonly ListName[];

/** 超期最久、金额最大、检查新发现: the first of each, and the way to all of them. */
export function WatchedFindings() {
  return NAMES.map((name) => <ShortList key={name} name={name} />);
}

function ShortList({ name }: { name: ListName }) {
  const { t } = useTranslation();
  const { campaign, unitCode } = useFrame();
  const search = searchOf(name);
  const ask: Ask = { filter: filterOf(search, unitCode), sort: sortOf(search) };
  const list = useQuery(
    trpc.findings.list.queryOptions({ campaignId: campaign.id, ...ask, cursor: null, limit: SHOWN }),
  );
  return (
    <Panel
      title={t(`work.area.lists.${name}`)}
      aside={
        <Link to="/findings" search={search}>
          {t("work.area.all")}
          <span className="visually-hidden"> {t(`work.area.lists.${name}`)}</span>
        </Link>
      }
    >
      {list.isPending ? <RowSkeleton rows={3} lines={1} /> : null}
      {list.isError && list.data === undefined ? (
        <ErrorState
          what={t(`work.area.lists.${name}`)}
          message={failureText(list.error)}
          onRetry={() => void list.refetch()}
        />
      ) : null}
      {list.data?.items.length === 0 ? <EmptyState what={t(`work.area.none.${name}`)} /> : null}
      <ul className={styles["list"]}>
        {list.data?.items.map((finding) => (
          <FindingLine key={finding.id} finding={finding} />
        ))}
      </ul>
    </Panel>
  );
}

function FindingLine({ finding }: { finding: Finding }) {
  return (
    <li>
      <Link to="/findings/$findingId" params={{ findingId: finding.id }} className={styles["summary"] ?? ""}>
        {finding.summary}
      </Link>
      <span className={styles["amount"]}>
        <Money fen={finding.foundFen} withUnit />
      </span>
      <span className={styles["facts"]}>
        {finding.number} {finding.unitName}
      </span>
      {finding.status === "closed" ? <span /> : <DueWord dueOn={finding.dueOn} />}
    </li>
  );
}

function searchOf(name: ListName): FindingsSearch {
  const list = LISTS[name];
  return "origins" in list ? { ...list, origins: [...list.origins] } : { ...list };
}
