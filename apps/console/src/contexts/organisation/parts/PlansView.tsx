import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dayText } from "../../../formats/days.ts";
import { useFrame } from "../../../frame/use-frame.ts";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { Panel } from "../../../parts/Panel.tsx";
import { RowSkeleton } from "../../../parts/RowSkeleton.tsx";
import { type Column, RowTable } from "../../../parts/RowTable.tsx";
import { StatusWord } from "../../../parts/StatusWord.tsx";
import { failureText } from "../../../rpc/failure-text.ts";
import { trpc } from "../../../rpc/trpc.ts";
import { expectedUnits } from "./expected-units.ts";
import type { Plan } from "./plan.ts";
import { PlanDialog, RevisePlanDialog } from "./PlanDialog.tsx";
import { PlanStateWord } from "./PlanStateWord.tsx";
import { PlanDrawer } from "./PlanDrawer.tsx";

type Row = { unitCode: string; unitName: string; isOwed: boolean; plan: Plan | null };
type Open = { act: "file" } | { act: "read" | "revise"; unitCode: string };

/** 实施方案: who has filed one, and the form to file one's own. */
export function PlansView() {
  const { t, i18n } = useTranslation();
  const { campaign, me, units, scopeUnit } = useFrame();
  const [open, setOpen] = useState<Open | null>(null);
  const plans = useQuery(trpc.organisation.implementingPlans.list.queryOptions({ campaignId: campaign.id }));
  if (plans.isPending) return <RowSkeleton rows={6} lines={1} />;
  if (plans.isError)
    return (
      <ErrorState what={t("plans.title")} message={failureText(plans.error)} onRetry={() => void plans.refetch()} />
    );
  const planOf = (code: string) => plans.data.items.find((plan) => plan.unitCode === code) ?? null;
  const rows: Row[] = expectedUnits({ units, scopeUnit, filed: plans.data.items.map((plan) => plan.unitCode) }).map(
    (unit) => ({
      unitCode: unit.code,
      unitName: unit.name,
      isOwed: unit.level !== "county",
      plan: planOf(unit.code),
    }),
  );
  const columns: Column<Row>[] = [
    { key: "unit", title: t("fields.unit"), cell: (row) => <strong>{row.unitName}</strong> },
    {
      key: "title",
      title: t("plans.name"),
      isWrapped: true,
      cell: (row) =>
        row.plan === null ? (
          <MissingPlan isOwed={row.isOwed} />
        ) : (
          <PlanLink plan={row.plan} onOpen={() => setOpen({ act: "read", unitCode: row.unitCode })} />
        ),
    },
    { key: "documentNo", title: t("fields.documentNo"), isSecondary: true, cell: (row) => row.plan?.documentNo },
    {
      key: "version",
      title: t("plans.version"),
      isSecondary: true,
      cell: (row) => (row.plan === null ? null : t("plans.versionNo", { n: row.plan.version })),
    },
    {
      key: "state",
      title: t("plans.state"),
      cell: (row) => (row.plan === null ? null : <PlanStateWord plan={row.plan} />),
    },
    {
      key: "filedOn",
      title: t("plans.filedOn"),
      isSecondary: true,
      cell: (row) => (row.plan === null ? null : dayText(row.plan.filedOn, i18n.language)),
    },
  ];
  const own = planOf(me.person.unitCode);
  const mayFile = plans.data.whyNotFile === null;
  const mayRevise = own?.acts.some((act) => act.verb === "revise" && act.whyNot === null) ?? false;
  const revise = () => setOpen({ act: "revise", unitCode: me.person.unitCode });
  return (
    <Panel
      title={t("plans.title")}
      note={t("gates.quoted", { clause: t("plans.note") })}
      aside={
        mayFile || mayRevise ? (
          <Button type={mayFile ? "primary" : "default"} onClick={mayFile ? () => setOpen({ act: "file" }) : revise}>
            {mayFile ? t("plans.file") : t("plans.revise")}
          </Button>
        ) : undefined
      }
    >
      <RowTable caption={t("plans.title")} columns={columns} rows={rows} rowKey={(row) => row.unitCode} />
      {open?.act === "file" ? <PlanDialog onClose={() => setOpen(null)} /> : null}
      {open?.act === "revise" && own !== null ? <RevisePlanDialog plan={own} onClose={() => setOpen(null)} /> : null}
      {open?.act === "read" ? (
        <PlanDrawer
          unitCode={open.unitCode}
          unitName={rows.find((row) => row.unitCode === open.unitCode)?.unitName ?? ""}
          onRevise={mayRevise && open.unitCode === me.person.unitCode ? revise : null}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </Panel>
  );
}

function PlanLink({ plan, onOpen }: { plan: Plan; onOpen: () => void }) {
  return (
    <Button type="link" size="small" style={{ padding: 0 }} onClick={onOpen}>
      {plan.title}
    </Button>
  );
}

function MissingPlan({ isOwed }: { isOwed: boolean }) {
  const { t } = useTranslation();
  return (
    <StatusWord tone={isOwed ? "overdue" : "muted"} shape={isOwed ? "cross" : "dash"}>
      {t("plans.missing")}
    </StatusWord>
  );
}
