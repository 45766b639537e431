import { isWithin, type Permission, whyNotAllowed } from "@anji/kernel";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Outlet } from "@tanstack/react-router";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../parts/ErrorState.tsx";
import { RowSkeleton } from "../parts/RowSkeleton.tsx";
import { TodayContext } from "../parts/today.ts";
import { failureText } from "../rpc/failure-text.ts";
import { isNotSignedIn, otherPersonIn } from "../rpc/refusal.ts";
import { trpc } from "../rpc/trpc.ts";
import { BottomNav, SideNav } from "./Navigation.tsx";
import { NoCampaign } from "./NoCampaign.tsx";
import styles from "./FrameLayout.module.css";
import { TopBar } from "./TopBar.tsx";
import { type Campaign, FrameContext, type Me, type Unit } from "./use-frame.ts";
import { useSignals } from "./use-signals.ts";

const route = getRouteApi("/frame");
const TREE_FRESH_MS = 600_000;

/** Asks what every page needs, then shows the page inside its frame. */
export function FrameLayout() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const me = useQuery({ ...trpc.jurisdictions.me.queryOptions(), refetchOnWindowFocus: true });
  const campaigns = useQuery(trpc.campaign.list.queryOptions());
  const chosen =
    campaigns.data?.items.find((item) => item.id === search.campaign) ??
    campaigns.data?.items.find((item) => !item.isEnded) ??
    campaigns.data?.items[0];
  const campaignId = chosen?.id ?? null;
  const campaign = useQuery({
    ...trpc.campaign.get.queryOptions({ campaignId: campaignId ?? "" }),
    enabled: campaignId !== null,
  });
  const units = useQuery({ ...trpc.jurisdictions.units.tree.queryOptions(), staleTime: TREE_FRESH_MS });
  const isLive = useSignals();

  const failed = [me, campaigns, campaign, units].find((query) => query.isError && query.data === undefined);
  if (failed !== undefined)
    return (
      <ErrorState
        what={t("frame.frameFailed")}
        message={failureText(failed.error)}
        onRetry={() => void failed.refetch()}
      />
    );
  if (me.data === undefined || units.data === undefined || campaigns.data === undefined) return <FrameSkeleton />;
  if (campaignId === null) return <NoCampaign me={me.data} />;
  if (campaign.data === undefined) return <FrameSkeleton />;
  return (
    <Framed
      me={me.data}
      campaign={campaign.data}
      units={units.data.items}
      unitCode={search.unit ?? null}
      isLost={!isLive}
      gone={isNotSignedIn(me.error) ? t("frame.signedOut") : otherPersonIn(me.error)}
    >
      <Outlet />
    </Framed>
  );
}

type FramedProps = {
  me: Me;
  campaign: Campaign;
  units: readonly Unit[];
  unitCode: string | null;
  isLost: boolean;
  /** Why the person of the page is no longer there; null while they are. */
  gone: string | null;
  children: ReactNode;
};

function Framed({ me, campaign, units, unitCode, isLost, gone, children }: FramedProps) {
  const { t } = useTranslation();
  const own = units.find((unit) => unit.code === me.person.unitCode);
  const narrowed = units.find(
    (unit) =>
      unit.code === unitCode &&
      own !== undefined &&
      isWithin(unit.regionPath, own.regionPath) &&
      unit.code !== own.code,
  );
  const scopeUnit = narrowed ?? own;
  if (scopeUnit === undefined) return <NoCampaign me={me} />;
  const may = (permission: Permission) => whyNotAllowed(permission, me.person) === null;
  return (
    <FrameContext value={{ me, campaign, units, unitCode: narrowed?.code ?? null, scopeUnit, may }}>
      <TodayContext value={{ today: me.clock.today, soonDays: campaign.plan.deadlines.dueSoonDays }}>
        <a className={styles["skip"]} href="#main">
          {t("frame.skip")}
        </a>
        <TopBar />
        <div className={styles["body"]}>
          <SideNav />
          <main id="main" className={styles["main"]} tabIndex={-1}>
            {isLost ? <p className={styles["lost"]}>{t("frame.lost")}</p> : null}
            {children}
          </main>
        </div>
        <BottomNav />
        {gone === null ? null : <Gone why={gone} name={me.person.name} />}
      </TodayContext>
    </FrameContext>
  );
}

/** Covers the page of a person who is no longer signed in: nothing of it is shown, and everything typed stays. */
function Gone({ why, name }: { why: string; name: string }) {
  const { t } = useTranslation();
  return (
    <dialog
      className={styles["gone"]}
      aria-label={why}
      ref={(dialog) => dialog?.showModal()}
      onCancel={(event) => event.preventDefault()}
    >
      <p className={styles["goneWhy"]} role="alert">
        {why}
      </p>
      <p className={styles["goneActs"]}>
        <Button type="primary" href="/sign-in" target="_blank" rel="noreferrer">
          {t("frame.signInAs", { name })}
        </Button>
        <Button onClick={() => window.location.assign("/")}>{t("frame.giveUp")}</Button>
      </p>
    </dialog>
  );
}

function FrameSkeleton() {
  return (
    <div className={styles["starting"]}>
      <RowSkeleton rows={8} lines={2} />
    </div>
  );
}
