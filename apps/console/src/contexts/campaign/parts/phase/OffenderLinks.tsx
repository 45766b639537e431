import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useContributions } from "../../../../frame/use-contributions.ts";
import type { Outputs } from "../../../../rpc/trpc.ts";

export type Offender = Outputs["campaign"]["offenders"]["items"][number];

/** A link to the thing that keeps a condition from being met, where it can be opened. */
export function SubjectLink({ subject }: { subject: NonNullable<Offender["subject"]> }) {
  const { t, i18n } = useTranslation();
  const { subjects } = useContributions().offenders;
  const link = subjects[subject.kind]?.(subject, { t, language: i18n.language });
  return link === undefined ? <span>{subject.number}</span> : <Link {...link.place}>{link.text}</Link>;
}

type GatePlaceLinkProps = {
  rule: string;
  reason: string | null;
  unitCode: string | undefined;
  /** Null: the link names the place itself. */
  text: string | null;
};

/** The page that shows everything missing for a condition, where it can be corrected. */
export function GatePlaceLink({ rule, reason, unitCode, text }: GatePlaceLinkProps) {
  const { t } = useTranslation();
  const gate = useContributions().offenders.gates[rule];
  if (gate === undefined) return null;
  return <Link {...gate.place({ reason, unitCode })}>{text ?? t(gate.text)}</Link>;
}
