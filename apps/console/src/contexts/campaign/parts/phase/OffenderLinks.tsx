import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Outputs } from "../../../../rpc/trpc.ts";

export type Offender = Outputs["campaign"]["offenders"]["items"][number];

/** The very thing that keeps a condition from holding, where it can be opened. */
export function SubjectLink({ subject }: { subject: NonNullable<Offender["subject"]> }) {
  const { t } = useTranslation();
  switch (subject.kind) {
    case "finding":
      return (
        <Link to="/findings/$findingId" params={{ findingId: subject.id }}>
          {subject.number}
        </Link>
      );
    case "spotCheck":
      return (
        <Link to="/checks" search={{ open: subject.id }}>
          {subject.number}
        </Link>
      );
    case "summaryReport":
      return (
        <Link to="/reports/summaries/$summaryId" params={{ summaryId: subject.id }}>
          {t("gates.openSummary")}
        </Link>
      );
    default:
      return <span>{subject.number}</span>;
  }
}

type GatePlace = { rule: string; reason: string | null; unitCode: string | undefined; text: string };

/** Where what is missing for a condition is seen together, and mended by those who may. */
export function GatePlaceLink({ rule, reason, unitCode, text }: GatePlace) {
  const narrowed = unitCode === undefined ? {} : { unit: unitCode };
  switch (rule) {
    case "campaign.findingsClassified":
      return (
        <Link to="/findings" search={{ ...narrowed, statuses: ["registered"] }}>
          {text}
        </Link>
      );
    case "campaign.findingsClosedOrPlanned":
      return (
        <Link to="/findings" search={{ ...narrowed, due: "unplanned" }}>
          {text}
        </Link>
      );
    case "campaign.groupsAndPlans":
      return (
        <Link to="/phase" search={{ ...narrowed, view: reason === "campaign.missingPlan" ? "plans" : "groups" }}>
          {text}
        </Link>
      );
    case "campaign.selfChecksComplete":
      return (
        <Link to="/phase" search={{ ...narrowed, view: "selfChecks", unsigned: true }}>
          {text}
        </Link>
      );
    case "campaign.cityFloor":
    case "campaign.provinceFloor":
      return (
        <Link to="/checks" search={{ ...narrowed, level: rule === "campaign.cityFloor" ? "city" : "province" }}>
          {text}
        </Link>
      );
    case "campaign.citySummaries":
      return (
        <Link to="/reports" search={{ ...narrowed, tab: "summaries" }}>
          {text}
        </Link>
      );
    default:
      return null;
  }
}

const PLACE_KEYS = {
  "campaign.groupsAndPlans": "gates.places.groups",
  "campaign.selfChecksComplete": "gates.places.selfChecks",
  "campaign.cityFloor": "gates.places.checks",
  "campaign.provinceFloor": "gates.places.checks",
  "campaign.citySummaries": "gates.places.summaries",
} as const;

export function placeKey(rule: string): (typeof PLACE_KEYS)[keyof typeof PLACE_KEYS] | "gates.places.ledger" {
  return isKnown(rule) ? PLACE_KEYS[rule] : "gates.places.ledger";
}

function isKnown(rule: string): rule is keyof typeof PLACE_KEYS {
  return Object.hasOwn(PLACE_KEYS, rule);
}
