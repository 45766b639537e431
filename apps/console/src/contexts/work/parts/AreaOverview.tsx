import { everyFinding } from "@anji/findings";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../frame/use-frame.ts";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { Money } from "../../../parts/Money.tsx";
import { Panel } from "../../../parts/Panel.tsx";
import { RowSkeleton } from "../../../parts/RowSkeleton.tsx";
import { failureText } from "../../../rpc/failure-text.ts";
import { trpc } from "../../../rpc/trpc.ts";
import type { FindingsSearch } from "../../findings/search.ts";
import styles from "./AreaOverview.module.css";
import { areaShares } from "./area-shares.ts";
import { WatchedFindings } from "./WatchedFindings.tsx";

/** The area in four numbers and three short lists, each opening its view of the ledger. */
export function AreaOverview() {
  const { t } = useTranslation();
  const { campaign, unitCode, scopeUnit } = useFrame();
  const sums = useQuery(
    trpc.findings.sums.queryOptions({ campaignId: campaign.id, filter: everyFinding(unitCode), groupBy: "status" }),
  );
  const shares = sums.data === undefined ? null : areaShares(sums.data);
  return (
    <>
      <Panel title={t("work.area.title", { unit: scopeUnit.name })} note={t("work.area.note")}>
        {sums.isPending ? <RowSkeleton rows={1} lines={2} /> : null}
        {sums.isError && sums.data === undefined ? (
          <ErrorState
            what={t("work.area.numbers")}
            message={failureText(sums.error)}
            onRetry={() => void sums.refetch()}
          />
        ) : null}
        {sums.data === undefined || shares === null ? null : (
          <dl className={styles["numbers"]}>
            <Figure name={t("work.area.count")} search={{}}>
              {sums.data.total.count}
            </Figure>
            <Figure name={t("work.area.found")} search={{ sort: "foundFen", direction: "desc" }}>
              <Money fen={sums.data.total.foundFen} withUnit />
            </Figure>
            <Figure name={t("work.area.rectified")} search={{ statuses: ["closed"] }}>
              <Share percent={shares.rectified} />
            </Figure>
            <Figure name={t("work.area.recovered")} search={{ sort: "outstandingFen", direction: "desc" }}>
              <Share percent={shares.recovered} />
            </Figure>
          </dl>
        )}
      </Panel>
      <WatchedFindings />
    </>
  );
}

function Figure({ name, search, children }: { name: string; search: FindingsSearch; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Link to="/findings" search={search}>
          <span className="visually-hidden">{name} </span>
          {children}
        </Link>
      </dd>
    </div>
  );
}

function Share({ percent }: { percent: number | null }) {
  const { t } = useTranslation();
  return percent === null ? t("work.area.noShare") : t("work.area.share", { percent });
}
