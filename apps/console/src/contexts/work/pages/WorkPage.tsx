import type { WorkItem } from "@anji/kernel";
import { findingLifecycle, findingsPermissions } from "@anji/findings";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useScopeFacts } from "../../../frame/use-scope-facts.ts";
import { useFrame } from "../../../frame/use-frame.ts";
import { useKeys } from "../../../frame/use-keys.ts";
import { type MyWork, useMyWork } from "../../../frame/use-my-work.ts";
import { EmptyState } from "../../../parts/EmptyState.tsx";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { PageTitle } from "../../../parts/PageTitle.tsx";
import { Panel } from "../../../parts/Panel.tsx";
import { RowSkeleton } from "../../../parts/RowSkeleton.tsx";
import { failureText } from "../../../rpc/failure-text.ts";
import { AreaOverview } from "../parts/AreaOverview.tsx";
import { AreaProgress } from "../parts/AreaProgress.tsx";
import { Reminders } from "../parts/Reminders.tsx";
import { WorkFilter, type WorkShow } from "../parts/WorkFilter.tsx";
import { WorkGroups } from "../parts/WorkGroups.tsx";
import { summaryOf } from "../parts/work-summary.ts";
import styles from "./WorkPage.module.css";

const route = getRouteApi("/frame/");

/** 工作台: what waits for me, grouped by the act, and why I am reminded. */
export function WorkPage() {
  const { t } = useTranslation();
  const { me, may, campaign } = useFrame();
  const navigate = useNavigate();
  const show = route.useSearch().show ?? null;
  const work = useMyWork();
  const facts = useScopeFacts();
  const isLeader = me.person.roles.includes("leader");
  const hasNothing = !work.isLoading && work.failure === null && work.items.length === 0;
  const mayRegister = may(findingsPermissions.register) && findingLifecycle.whyNotPhase("register", campaign) === null;
  const register = () => void navigate({ to: "/findings/register" });
  useKeys(mayRegister ? { n: register } : {});
  const choose = (next: WorkShow | null) => void navigate({ to: "/", search: next === null ? {} : { show: next } });
  return (
    <>
      <PageTitle title={t("work.title")} facts={facts}>
        <WorkFilter items={work.items} show={show} onChoose={choose} />
        {mayRegister ? (
          <Button onClick={register}>
            {t("work.register")} <kbd aria-hidden="true">n</kbd>
          </Button>
        ) : null}
      </PageTitle>
      <div className={styles["columns"]}>
        <div className={styles["side"]}>
          <TodoPanel work={work} show={show} />
          {isLeader || hasNothing ? <AreaOverview /> : null}
        </div>
        <div className={styles["side"]}>
          <Reminders items={work.items} />
          <AreaProgress />
        </div>
      </div>
    </>
  );
}

function TodoPanel({ work, show }: { work: MyWork; show: WorkShow | null }) {
  const { t } = useTranslation();
  const summary = summaryOf(work.items, useSummaryClock());
  const shown = work.items.filter((item) => isShown(item, show));
  return (
    <Panel
      title={t("work.mine")}
      note={work.isLoading ? "" : t("work.summary", summary)}
      aside={
        <span className={styles["keys"]} aria-hidden="true">
          <kbd>j</kbd> <kbd>k</kbd> {t("work.choose")} <kbd>Enter</kbd> {t("work.open")}
        </span>
      }
    >
      {work.failure === null ? null : (
        <ErrorState what={t("work.mine")} message={failureText(work.failure)} onRetry={work.retry} />
      )}
      {work.isLoading ? (
        <RowSkeleton rows={5} lines={3} />
      ) : shown.length === 0 && work.failure === null ? (
        <EmptyState what={show === null ? t("work.empty") : t("work.emptyFilter")} />
      ) : (
        <WorkGroups items={shown} />
      )}
    </Panel>
  );
}

function useSummaryClock(): { today: string; soonDays: number } {
  const { me, campaign } = useFrame();
  return { today: me.clock.today, soonDays: campaign.plan.deadlines.dueSoonDays };
}

function isShown(item: WorkItem, show: WorkShow | null): boolean {
  return show === null || (show === "returned" ? item.isReturned : item.group === show);
}
