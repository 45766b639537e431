import { SPOT_CHECK_LEVELS, inspectionPermissions, inspectionRules, spotCheckLifecycle } from "@anji/inspection";
import { ruleMessage } from "@anji/kernel";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { localeOf } from "../../../formats/days.ts";
import { useFrame } from "../../../frame/use-frame.ts";
import { useScopeFacts } from "../../../frame/use-scope-facts.ts";
import { ActButton } from "../../../parts/ActButton.tsx";
import { Chip, ChipRow } from "../../../parts/Chip.tsx";
import { EmptyState } from "../../../parts/EmptyState.tsx";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { MoreRows } from "../../../parts/MoreRows.tsx";
import { PageTitle } from "../../../parts/PageTitle.tsx";
import { Panel } from "../../../parts/Panel.tsx";
import { RowSkeleton } from "../../../parts/RowSkeleton.tsx";
import { RowTable } from "../../../parts/RowTable.tsx";
import { failureText } from "../../../rpc/failure-text.ts";
import { client, trpc } from "../../../rpc/trpc.ts";
import { usePages } from "../../../rpc/use-pages.ts";
import { CheckDrawer } from "../parts/CheckDrawer.tsx";
import styles from "./ChecksPage.module.css";
import { CoveragePanels } from "../parts/CoveragePanels.tsx";
import { ScheduleCheckDialog } from "../parts/ScheduleCheckDialog.tsx";
import { useCheckColumns } from "../parts/use-check-columns.tsx";

const route = getRouteApi("/frame/checks");
const PAGE = 50;

/** 巡查抽查: how far the floors are met, and every check from schedule to countersignature. */
export function ChecksPage() {
  const { t, i18n } = useTranslation();
  const { campaign, unitCode, may } = useFrame();
  const search = route.useSearch();
  const navigate = useNavigate();
  const facts = useScopeFacts();
  const [isScheduling, setScheduling] = useState(false);
  const coverage = useQuery(trpc.inspection.coverage.queryOptions({ campaignId: campaign.id, unitCode }));
  const input = {
    campaignId: campaign.id,
    level: search.level ?? null,
    status: search.status ?? null,
    unitCode,
    limit: PAGE,
  };
  const checks = usePages({
    queryKey: [...trpc.inspection.spotChecks.list.queryKey(), input],
    page: (cursor, signal) => client.inspection.spotChecks.list.query({ ...input, cursor }, { signal }),
    isEnabled: true,
  });
  const columns = useCheckColumns();
  const closed = spotCheckLifecycle.whyNotPhase("schedule", { phase: campaign.phase });
  const whyNotSchedule =
    closed === null ? null : ruleMessage(inspectionRules, closed.rule, closed.params, localeOf(i18n.language));
  const items = checks.data?.pages.flatMap((page) => page.items) ?? [];
  const to = (next: typeof search) => void navigate({ to: "/checks", search: next });
  return (
    <>
      <PageTitle title={t("checks.title")} facts={facts}>
        {may(inspectionPermissions.schedule) ? (
          <ActButton
            label={t("checks.acts.schedule")}
            whyNot={whyNotSchedule}
            isPrimary
            onAct={() => setScheduling(true)}
          />
        ) : null}
      </PageTitle>
      <div className={styles["stack"]}>
        {coverage.isPending ? <RowSkeleton rows={3} lines={1} /> : null}
        {coverage.isError ? (
          <ErrorState
            what={t("checks.coverage")}
            message={failureText(coverage.error)}
            onRetry={() => void coverage.refetch()}
          />
        ) : null}
        {coverage.data === undefined ? null : <CoveragePanels coverage={coverage.data} />}
        <Panel
          title={t("checks.list")}
          aside={
            <ChipRow label={t("checks.level")}>
              {search.status === undefined ? null : (
                <Chip isOn count={null} onToggle={() => to({ ...search, status: undefined })}>
                  {t(`checks.statuses.${search.status}`)}
                </Chip>
              )}
              <Chip isOn={search.level === undefined} count={null} onToggle={() => to({ ...search, level: undefined })}>
                {t("checks.allLevels")}
              </Chip>
              {SPOT_CHECK_LEVELS.map((level) => (
                <Chip key={level} isOn={search.level === level} count={null} onToggle={() => to({ ...search, level })}>
                  {t(`checks.levels.${level}`)}
                </Chip>
              ))}
            </ChipRow>
          }
        >
          {checks.isPending ? <RowSkeleton rows={5} lines={1} /> : null}
          {checks.isError ? (
            <ErrorState
              what={t("checks.list")}
              message={failureText(checks.error)}
              onRetry={() => void checks.refetch()}
            />
          ) : null}
          {checks.isSuccess && items.length === 0 ? <EmptyState what={t("checks.empty")} /> : null}
          {items.length === 0 ? null : (
            <RowTable
              caption={t("checks.list")}
              columns={columns}
              rows={items}
              rowKey={(row) => row.id}
              chosenKey={search.open ?? null}
              onOpen={(row) => to({ ...search, open: row.id })}
            />
          )}
          {checks.hasNextPage ? (
            <MoreRows
              shown={items.length}
              isLoading={checks.isFetchingNextPage}
              onMore={() => void checks.fetchNextPage()}
            />
          ) : null}
        </Panel>
      </div>
      {isScheduling ? <ScheduleCheckDialog follows={null} onClose={() => setScheduling(false)} /> : null}
      {search.open === undefined ? null : (
        <CheckDrawer id={search.open} onClose={() => to({ ...search, open: undefined })} />
      )}
    </>
  );
}
