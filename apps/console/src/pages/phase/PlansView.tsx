import { campaignPermissions } from "@anji/campaign";
import { useQuery } from "@tanstack/react-query";
import { Button, Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dayText } from "../../formats/days.ts";
import { useFrame } from "../../frame/use-frame.ts";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { RowSkeleton } from "../../parts/RowSkeleton.tsx";
import { type Column, RowTable } from "../../parts/RowTable.tsx";
import { StatusWord } from "../../parts/StatusWord.tsx";
import { TextSections } from "../../parts/TextSections.tsx";
import { failureText } from "../../rpc/failure-text.ts";
import { fileLink } from "../../rpc/file-link.ts";
import { trpc, type Outputs } from "../../rpc/trpc.ts";
import { expectedUnits } from "./expected-units.ts";
import { PlanDialog } from "./PlanDialog.tsx";

type Plan = Outputs["campaign"]["plans"]["list"]["items"][number];
type Row = { unitCode: string; unitName: string; isOwed: boolean; plan: Plan | null };
const WIDTH = 640;
const SECTIONS = ["tasks", "goals", "division", "measures"] as const;

/** 实施方案: who has filed one, and the form to file one's own. */
export function PlansView() {
  const { t, i18n } = useTranslation();
  const { campaign, me, units, scopeUnit, may } = useFrame();
  const [isFiling, setFiling] = useState(false);
  const [shown, setShown] = useState<Plan | null>(null);
  const plans = useQuery(trpc.campaign.plans.list.queryOptions({ campaignId: campaign.id }));
  if (plans.isPending) return <RowSkeleton rows={6} lines={1} />;
  if (plans.isError) return <ErrorState what={t("phasePage.plans.title")} message={failureText(plans.error)} onRetry={() => void plans.refetch()} />;
  const planOf = (code: string) => plans.data.items.find((plan) => plan.unitCode === code) ?? null;
  const rows: Row[] = expectedUnits({ units, scopeUnit, filed: plans.data.items.map((plan) => plan.unitCode) }).map((unit) => ({
    unitCode: unit.code,
    unitName: unit.name,
    isOwed: unit.level === "city",
    plan: planOf(unit.code),
  }));
  const columns: Column<Row>[] = [
    { key: "unit", title: t("fields.unit"), cell: (row) => <strong>{row.unitName}</strong> },
    { key: "title", title: t("phasePage.plans.name"), isWrapped: true, cell: (row) => (row.plan === null ? <MissingPlan isOwed={row.isOwed} /> : <PlanLink plan={row.plan} onOpen={setShown} />) },
    { key: "documentNo", title: t("fields.documentNo"), isSecondary: true, cell: (row) => row.plan?.documentNo },
    { key: "filedOn", title: t("phasePage.plans.filedOn"), cell: (row) => (row.plan === null ? null : dayText(row.plan.filedOn, i18n.language)) },
  ];
  const mayFile = planOf(me.person.unitCode) === null && may(campaignPermissions.filePlan);
  return (
    <Panel
      title={t("phasePage.plans.title")}
      note={t("gates.quoted", { clause: t("phasePage.plans.note") })}
      aside={
        mayFile ? (
          <Button type="primary" onClick={() => setFiling(true)}>
            {t("phasePage.plans.file")}
          </Button>
        ) : undefined
      }
    >
      <RowTable caption={t("phasePage.plans.title")} columns={columns} rows={rows} rowKey={(row) => row.unitCode} />
      {isFiling ? <PlanDialog onClose={() => setFiling(false)} /> : null}
      {shown === null ? null : (
        <Drawer open size={WIDTH} title={shown.title} onClose={() => setShown(null)}>
          <TextSections sections={SECTIONS.map((key) => ({ title: t(`phasePage.plans.${key}`), text: shown[key] }))} />
          {shown.fileId === null ? null : <a href={fileLink(shown.fileId)}>{t("acts.download")}</a>}
        </Drawer>
      )}
    </Panel>
  );
}

function PlanLink({ plan, onOpen }: { plan: Plan; onOpen: (plan: Plan) => void }) {
  return (
    <Button type="link" size="small" style={{ padding: 0 }} onClick={() => onOpen(plan)}>
      {plan.title}
    </Button>
  );
}

function MissingPlan({ isOwed }: { isOwed: boolean }) {
  const { t } = useTranslation();
  return (
    <StatusWord tone={isOwed ? "overdue" : "muted"} shape={isOwed ? "cross" : "dash"}>
      {t("phasePage.plans.missing")}
    </StatusWord>
  );
}
