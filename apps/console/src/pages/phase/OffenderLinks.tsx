import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Outputs } from "../../rpc/trpc.ts";

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
    case "report":
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
    case "findings.findingsClassified":
      return (
        <Link to="/findings" search={{ ...narrowed, statuses: ["registered"] }}>
          {text}
        </Link>
      );
    case "findings.findingsClosedOrPlanned":
      return (
        <Link to="/findings" search={{ ...narrowed, due: "unplanned" }}>
          {text}
        </Link>
      );
    case "organisation.groupsAndPlans":
      return (
        <Link to="/phase" search={{ ...narrowed, view: reason === "organisation.planMissing" ? "plans" : "groups" }}>
          {text}
        </Link>
      );
    case "findings.selfChecksComplete":
      return (
        <Link to="/phase" search={{ ...narrowed, view: "selfChecks", unsigned: true }}>
          {text}
        </Link>
      );
    case "inspection.cityFloor":
    case "inspection.provinceFloor":
      return (
        <Link to="/checks" search={{ ...narrowed, level: rule === "inspection.cityFloor" ? "city" : "province" }}>
          {text}
        </Link>
      );
    case "reporting.citySummaries":
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
  "organisation.groupsAndPlans": "gates.places.groups",
  "findings.selfChecksComplete": "gates.places.selfChecks",
  "inspection.cityFloor": "gates.places.checks",
  "inspection.provinceFloor": "gates.places.checks",
  "reporting.citySummaries": "gates.places.summaries",
} as const;

export function placeKey(rule: string): (typeof PLACE_KEYS)[keyof typeof PLACE_KEYS] | "gates.places.ledger" {
  return isKnown(rule) ? PLACE_KEYS[rule] : "gates.places.ledger";
}

function isKnown(rule: string): rule is keyof typeof PLACE_KEYS {
  return Object.hasOwn(PLACE_KEYS, rule);
}
