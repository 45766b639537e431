import { findingLifecycle, findingsPermissions, findingsRules } from "@anji/findings";
import { ruleMessage } from "@anji/kernel";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { localeOf } from "../../../formats/days.ts";
import { AddedActs } from "../../../frame/AddedViews.tsx";
import { useFrame } from "../../../frame/use-frame.ts";
import { useKeys } from "../../../frame/use-keys.ts";
import { useScopeFacts } from "../../../frame/use-scope-facts.ts";
import { ActButton } from "../../../parts/ActButton.tsx";
import { PageTitle } from "../../../parts/PageTitle.tsx";
import { client, trpc } from "../../../rpc/trpc.ts";
import { usePages } from "../../../rpc/use-pages.ts";
import { filterOf, type FindingsSearch, sortOf } from "../search.ts";
import { FilterBar } from "../parts/ledger/FilterBar.tsx";
import styles from "./FindingsPage.module.css";
import { GroupSums } from "../parts/ledger/GroupSums.tsx";
import { rememberView } from "../last-view.ts";
import { LedgerTable } from "../parts/ledger/LedgerTable.tsx";
import { SplitDetail } from "../parts/ledger/SplitDetail.tsx";

const route = getRouteApi("/frame/findings");
const PAGE = 50;

/** 问题台账: filters and order are in the address; sums are in every group and in the foot. */
export function FindingsPage() {
  const { t, i18n } = useTranslation();
  const { campaign, unitCode, may } = useFrame();
  const search = route.useSearch();
  useEffect(() => rememberView(search), [search]);
  const navigate = useNavigate();
  const facts = useScopeFacts();
  const filter = filterOf(search, unitCode);
  const sort = sortOf(search);
  const input = { campaignId: campaign.id, filter, sort, limit: PAGE };
  const rows = usePages({
    queryKey: [...trpc.findings.list.queryKey(), input],
    page: (cursor, signal) => client.findings.list.query({ ...input, cursor }, { signal }),
    isEnabled: true,
  });
  const sums = useQuery(
    trpc.findings.sums.queryOptions({ campaignId: campaign.id, filter, groupBy: search.group ?? null }),
  );
  const items = rows.data?.pages.flatMap((page) => page.items) ?? [];
  const show = (next: FindingsSearch) => void navigate({ to: "/findings", search: next, replace: true });
  const openId = items.some((item) => item.id === search.open) ? search.open : undefined;
  const closed = findingLifecycle.whyNotPhase("register", campaign);
  const whyClosed =
    closed === null ? null : ruleMessage(findingsRules, closed.rule, closed.params, localeOf(i18n.language));
  const mayRegister = may(findingsPermissions.register);
  const step = (by: number) => {
    const at = items.findIndex((item) => item.id === openId);
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
    if (next === undefined) return;
    show({ ...search, open: next.id });
    document.getElementById(`row-${next.id}`)?.scrollIntoView({ block: "nearest" });
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    Enter: () => openId !== undefined && void navigate({ to: "/findings/$findingId", params: { findingId: openId } }),
    Escape: () => show({ ...search, open: undefined }),
    n: () => mayRegister && closed === null && void navigate({ to: "/findings/register" }),
  });
  return (
    <>
      <PageTitle title={t("findings.title")} facts={facts}>
        <AddedActs page="/findings" />
        {mayRegister ? (
          <ActButton
            label={
              <>
                {t("findings.register")} <kbd aria-hidden="true">n</kbd>
              </>
            }
            whyNot={whyClosed}
            isPrimary
            onAct={() => void navigate({ to: "/findings/register" })}
          />
        ) : null}
      </PageTitle>
      <FilterBar search={search} onShow={show} />
      {search.group === undefined ? null : <GroupSums sums={sums} group={search.group} search={search} onShow={show} />}
      <div className={openId === undefined ? undefined : styles["split"]}>
        <LedgerTable
          rows={rows}
          items={items}
          sums={sums.data ?? null}
          search={search}
          openId={openId ?? null}
          onShow={show}
        />
        {openId === undefined ? null : <SplitDetail id={openId} onClose={() => show({ ...search, open: undefined })} />}
      </div>
    </>
  );
}
