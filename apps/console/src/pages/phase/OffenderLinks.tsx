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

/** Where what is missing for a condition is seen together, and mended by those who may. */
export function GatePlaceLink({ rule, unitCode }: { rule: string; unitCode: string | undefined }) {
  const { t } = useTranslation();
  const narrowed = unitCode === undefined ? {} : { unit: unitCode };
  switch (rule) {
    case "campaign.findingsClassified":
      return (
        <Link to="/findings" search={{ ...narrowed, statuses: ["registered"] }}>
          {t("gates.inLedger")}
        </Link>
      );
    case "campaign.findingsClosedOrPlanned":
      return (
        <Link to="/findings" search={{ ...narrowed, due: "unplanned" }}>
          {t("gates.inLedger")}
        </Link>
      );
    case "campaign.groupsAndPlans":
      return (
        <Link to="/phase" search={{ view: "groups" }}>
          {t(`gates.toPlace.${rule}`)}
        </Link>
      );
    case "campaign.selfChecksComplete":
      return (
        <Link to="/phase" search={{ ...narrowed, view: "selfChecks" }}>
          {t(`gates.toPlace.${rule}`)}
        </Link>
      );
    case "campaign.cityFloor":
    case "campaign.provinceFloor":
      return (
        <Link to="/checks" search={{ ...narrowed, level: rule === "campaign.cityFloor" ? "city" : "province" }}>
          {t(`gates.toPlace.${rule}`)}
        </Link>
      );
    case "campaign.citySummaries":
      return (
        <Link to="/reports" search={{ tab: "summaries" }}>
          {t(`gates.toPlace.${rule}`)}
        </Link>
      );
    default:
      return null;
  }
}
