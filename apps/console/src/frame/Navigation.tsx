import { everyFinding } from "@anji/findings";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "../rpc/trpc.ts";
import styles from "./Navigation.module.css";
import { useFrame } from "./use-frame.ts";
import { useMyWork } from "./use-my-work.ts";

type Entry = {
  key: "work" | "phase" | "findings" | "checks" | "reports" | "system";
  to: "/" | "/phase" | "/findings" | "/checks" | "/reports" | "/system";
  count: number | null;
};

export function SideNav() {
  const { t } = useTranslation();
  const entries = useEntries();
  return (
    <nav className={styles["side"]} aria-label={t("frame.nav.label")}>
      {entries.map((entry) => (
        <NavLink
          key={entry.key}
          entry={entry}
          className={`${styles["link"]} ${SEPARATED.includes(entry.key) ? styles["apart"] : ""}`}
        />
      ))}
    </nav>
  );
}

export function BottomNav() {
  const { t } = useTranslation();
  const entries = useEntries().filter((entry) => entry.key !== "system");
  return (
    <nav className={styles["bottom"]} aria-label={t("frame.nav.label")}>
      {entries.map((entry) => (
        <NavLink key={entry.key} entry={entry} className={styles["tab"] ?? ""} />
      ))}
    </nav>
  );
}

const SEPARATED: readonly string[] = ["findings", "reports", "system"];

function NavLink({ entry, className }: { entry: Entry; className: string }) {
  const { t } = useTranslation();
  const name = t(`frame.nav.${entry.key}`);
  return (
    <Link
      to={entry.to}
      className={className}
      activeProps={{ className: `${className} ${styles["active"]}`, "aria-current": "page" }}
      activeOptions={{ exact: entry.to === "/", includeSearch: false }}
    >
      <span>{name}</span>
      {entry.count === null || entry.count === 0 ? null : (
        <span className={styles["count"]}>
          <span className="visually-hidden">{t("frame.nav.countOf", { name, n: entry.count })}</span>
          <span aria-hidden="true">{entry.count}</span>
        </span>
      )}
    </Link>
  );
}

function useEntries(): Entry[] {
  const { campaign, me, unitCode } = useFrame();
  const work = useMyWork();
  const sums = useQuery(
    trpc.findings.sums.queryOptions({ campaignId: campaign.id, filter: everyFinding(unitCode), groupBy: null }),
  );
  const of = (prefix: string) => work.items.filter((item) => item.verb.startsWith(prefix)).length;
  const entries: Entry[] = [
    { key: "work", to: "/", count: work.items.length },
    { key: "phase", to: "/phase", count: null },
    { key: "findings", to: "/findings", count: sums.data?.total.count ?? null },
    { key: "checks", to: "/checks", count: of("inspection.") },
    { key: "reports", to: "/reports", count: of("reporting.") },
  ];
  if (me.person.roles.includes("administrator")) entries.push({ key: "system", to: "/system", count: null });
  return entries;
}
