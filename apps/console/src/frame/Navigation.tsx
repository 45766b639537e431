import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { NavigationEntry } from "./contribution.ts";
import styles from "./Navigation.module.css";
import { useContributions } from "./use-contributions.ts";
import { useFrame } from "./use-frame.ts";

export function SideNav() {
  const { t } = useTranslation();
  const entries = useEntries();
  return (
    <nav className={styles["side"]} aria-label={t("frame.nav.label")}>
      {entries.map((entry) => (
        <NavLink
          key={entry.to}
          entry={entry}
          className={`${styles["link"]} ${entry.startsGroup ? styles["apart"] : ""}`}
        />
      ))}
    </nav>
  );
}

export function BottomNav() {
  const { t } = useTranslation();
  const entries = useEntries().filter((entry) => !entry.isInMenu);
  return (
    <nav className={styles["bottom"]} aria-label={t("frame.nav.label")}>
      {entries.map((entry) => (
        <NavLink key={entry.to} entry={entry} className={styles["tab"] ?? ""} />
      ))}
    </nav>
  );
}

/** The entries of use to the person, in the order of the contexts. */
export function useEntries(): readonly NavigationEntry[] {
  const { navigation } = useContributions();
  const { me } = useFrame();
  return navigation.filter((entry) => entry.isOfUse(me));
}

function NavLink({ entry, className }: { entry: NavigationEntry; className: string }) {
  const { t } = useTranslation();
  const name = t(entry.label);
  return (
    <Link
      to={entry.to}
      className={className}
      activeProps={{ className: `${className} ${styles["active"]}`, "aria-current": "page" }}
      activeOptions={{ exact: entry.to === "/", includeSearch: false }}
    >
      <span>{name}</span>
      {entry.Count === null ? null : <entry.Count show={(count) => <Badge name={name} count={count} />} />}
    </Link>
  );
}

function Badge({ name, count }: { name: string; count: number | null }) {
  const { t } = useTranslation();
  if (count === null || count === 0) return null;
  return (
    <span className={styles["count"]}>
      <span className="visually-hidden">{t("frame.nav.countOf", { name, n: count })}</span>
      <span aria-hidden="true">{count}</span>
    </span>
  );
}
