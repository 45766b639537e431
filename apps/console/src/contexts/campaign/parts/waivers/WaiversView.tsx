import { campaignPermissions } from "@anji/campaign";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dayText, instantText } from "../../../../formats/days.ts";
import { useFrame } from "../../../../frame/use-frame.ts";
import { EmptyState } from "../../../../parts/EmptyState.tsx";
import { ErrorState } from "../../../../parts/ErrorState.tsx";
import { Panel } from "../../../../parts/Panel.tsx";
import { RowSkeleton } from "../../../../parts/RowSkeleton.tsx";
import { type Column, RowTable } from "../../../../parts/RowTable.tsx";
import { StatusWord } from "../../../../parts/StatusWord.tsx";
import { failureText } from "../../../../rpc/failure-text.ts";
import { trpc } from "../../../../rpc/trpc.ts";
import type { PhaseGates } from "../phase/phase-gates.ts";
import styles from "../../pages/PhasePage.module.css";
import type { Waiver } from "./waiver.ts";
import { ApproveWaiverDialog, RejectWaiverDialog, RequestWaiverDialog } from "./WaiverDialogs.tsx";

type Open = { act: "request" } | { act: "approve" | "reject"; waiver: Waiver };

const LOOKS = {
  requested: { tone: "soon", shape: "half" },
  approved: { tone: "soon", shape: "diamond" },
  rejected: { tone: "overdue", shape: "back" },
  expired: { tone: "muted", shape: "dash" },
} as const;

/** 豁免: one condition, one unit, a reason, approved one level up, until a day. */
export function WaiversView({ gates }: { gates: PhaseGates }) {
  const { t, i18n } = useTranslation();
  const { campaign, me, units, may } = useFrame();
  const [open, setOpen] = useState<Open | null>(null);
  const waivers = useQuery(trpc.campaign.waivers.list.queryOptions({ campaignId: campaign.id }));
  if (waivers.isPending) return <RowSkeleton rows={4} lines={1} />;
  if (waivers.isError)
    return (
      <ErrorState
        what={t("phasePage.waivers.title")}
        message={failureText(waivers.error)}
        onRetry={() => void waivers.refetch()}
      />
    );
  const titleOf = (rule: string) =>
    campaign.plan.phases.flatMap((phase) => phase.gates).find((gate) => gate.rule === rule)?.title ?? rule;
  const statusOf = (waiver: Waiver) =>
    waiver.status === "approved" && waiver.expiresOn < me.clock.today ? "expired" : waiver.status;
  const isRunning = campaign.phase !== "ended";
  const isOneLevelUp = (waiver: Waiver) =>
    units.find((unit) => unit.code === waiver.unitCode)?.parentCode === me.person.unitCode;
  const mayDecide = (waiver: Waiver) =>
    isRunning && waiver.status === "requested" && isOneLevelUp(waiver) && may(campaignPermissions.approveWaiver);
  const columns: Column<Waiver>[] = [
    { key: "unit", title: t("fields.unit"), cell: (row) => <strong>{row.unitName}</strong> },
    {
      key: "rule",
      title: t("phasePage.waivers.what"),
      isWrapped: true,
      cell: (row) => <Words waiver={row} title={titleOf(row.rule)} />,
    },
    {
      key: "requestedAt",
      title: t("phasePage.waivers.requestedAt"),
      isSecondary: true,
      cell: (row) => instantText(row.requestedAt, i18n.language),
    },
    {
      key: "expiresOn",
      title: t("phasePage.waivers.expiresOn"),
      isSecondary: true,
      cell: (row) => dayText(row.expiresOn, i18n.language),
    },
    { key: "documentNo", title: t("fields.documentNo"), isSecondary: true, cell: (row) => row.documentNo },
    {
      key: "state",
      title: t("findings.status"),
      cell: (row) => (
        <StatusWord {...LOOKS[statusOf(row)]}>{t(`phasePage.waivers.states.${statusOf(row)}`)}</StatusWord>
      ),
    },
    {
      key: "act",
      title: "",
      cell: (row) =>
        mayDecide(row) ? (
          <span className={styles["decide"]}>
            <Button size="small" type="primary" onClick={() => setOpen({ act: "approve", waiver: row })}>
              {t("phasePage.waivers.approve")}
            </Button>
            <Button size="small" onClick={() => setOpen({ act: "reject", waiver: row })}>
              {t("phasePage.waivers.reject")}
            </Button>
          </span>
        ) : null,
    },
  ];
  return (
    <Panel
      title={t("phasePage.waivers.title")}
      aside={
        isRunning && may(campaignPermissions.requestWaiver) ? (
          <Button onClick={() => setOpen({ act: "request" })}>{t("phasePage.waivers.request")}</Button>
        ) : undefined
      }
    >
      {waivers.data.items.length === 0 ? (
        <EmptyState what={t("phasePage.waivers.empty")} />
      ) : (
        <RowTable
          caption={t("phasePage.waivers.title")}
          columns={columns}
          rows={waivers.data.items}
          rowKey={(row) => row.id}
        />
      )}
      {open?.act === "request" ? (
        <RequestWaiverDialog gates={gates.gates} rule={null} onClose={() => setOpen(null)} />
      ) : null}
      {open?.act === "approve" ? (
        <ApproveWaiverDialog waiver={open.waiver} title={titleOf(open.waiver.rule)} onClose={() => setOpen(null)} />
      ) : null}
      {open?.act === "reject" ? (
        <RejectWaiverDialog waiver={open.waiver} title={titleOf(open.waiver.rule)} onClose={() => setOpen(null)} />
      ) : null}
    </Panel>
  );
}

/** The condition, the reason, and the decision of the unit above. */
function Words({ waiver, title }: { waiver: Waiver; title: string }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      {title}
      <span className={styles["decided"]}>{waiver.reason}</span>
      <span className={styles["narrowOnly"]}>
        {t("phasePage.waivers.until", { day: dayText(waiver.expiresOn, i18n.language) })}
      </span>
      {waiver.decidedByName === null ? null : (
        <span className={styles["decided"]}>
          {t("phasePage.waivers.decided", { name: waiver.decidedByName })}
          {waiver.remark === null ? null : t("phasePage.waivers.remark", { remark: waiver.remark })}
        </span>
      )}
    </>
  );
}
