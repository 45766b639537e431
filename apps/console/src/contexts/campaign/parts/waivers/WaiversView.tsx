import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
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
import { useCommand } from "../../../../rpc/use-command.ts";
import styles from "../../pages/PhasePage.module.css";
import type { Waiver } from "./waiver.ts";
import { RequestWaiverDialog } from "./RequestWaiverDialog.tsx";
import { shareText } from "./share-text.ts";
import { WAIVER_LOOKS } from "./waiver-looks.ts";
import { ApproveWaiverDialog, RejectWaiverDialog } from "./WaiverDialogs.tsx";

type Open = { act: "request" } | { act: "approve" | "reject"; waiver: Waiver };

/** 豁免: one condition, one unit, a reason, approved one level up, until a day. What is open is the server's word. */
export function WaiversView() {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const { campaign } = useFrame();
  const [open, setOpen] = useState<Open | null>(null);
  const waivers = useQuery(trpc.campaign.waivers.list.queryOptions({ campaignId: campaign.id }));
  const acknowledge = useCommand(trpc.campaign.waivers.acknowledge.mutationOptions());
  if (waivers.isPending) return <RowSkeleton rows={4} lines={1} />;
  if (waivers.isError)
    return (
      <ErrorState
        what={t("phasePage.waivers.title")}
        message={failureText(waivers.error)}
        onRetry={() => void waivers.refetch()}
      />
    );
  const { conditions } = waivers.data;
  const shareOf = (rule: string) => {
    const condition = conditions.find((one) => one.rule === rule);
    return condition === undefined ? "" : shareText(t, condition);
  };
  const isOpen = (waiver: Waiver, verb: Waiver["acts"][number]["verb"]) =>
    waiver.acts.some((act) => act.verb === verb && act.whyNot === null);
  const whyNot = (waiver: Waiver, verb: Waiver["acts"][number]["verb"]) =>
    waiver.acts.find((act) => act.verb === verb)?.whyNot ?? null;
  async function note(waiver: Waiver): Promise<void> {
    const done = await acknowledge.send({ id: waiver.id, version: waiver.version });
    if (done !== null) void message.success(t("phasePage.waivers.acknowledged"));
  }
  const columns: Column<Waiver>[] = [
    { key: "unit", title: t("fields.unit"), cell: (row) => <strong>{row.unitName}</strong> },
    {
      key: "rule",
      title: t("phasePage.waivers.what"),
      isWrapped: true,
      cell: (row) => <Words waiver={row} share={row.state === "requested" ? shareOf(row.rule) : ""} />,
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
      cell: (row) => <StatusWord {...WAIVER_LOOKS[row.state]}>{t(`phasePage.waivers.states.${row.state}`)}</StatusWord>,
    },
    {
      key: "act",
      title: "",
      cell: (row) => (
        <span className={styles["decide"]}>
          {isOpen(row, "approveWaiver") ? (
            <Button size="small" type="primary" onClick={() => setOpen({ act: "approve", waiver: row })}>
              {t("phasePage.waivers.approve")}
            </Button>
          ) : null}
          {isOpen(row, "rejectWaiver") ? (
            <Button size="small" onClick={() => setOpen({ act: "reject", waiver: row })}>
              {t("phasePage.waivers.reject")}
            </Button>
          ) : null}
          {isOpen(row, "acknowledgeWaiver") ? (
            <Button size="small" loading={acknowledge.isSending} onClick={() => void note(row)}>
              {t("phasePage.waivers.acknowledge")}
            </Button>
          ) : null}
          {row.state === "requested" && whyNot(row, "approveWaiver")?.about === "content" ? (
            <span className={styles["decided"]}>{whyNot(row, "approveWaiver")?.message}</span>
          ) : null}
        </span>
      ),
    },
  ];
  return (
    <Panel
      title={t("phasePage.waivers.title")}
      aside={
        conditions.some((one) => one.whyNot === null) ? (
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
        <RequestWaiverDialog conditions={conditions} rule={null} onClose={() => setOpen(null)} />
      ) : null}
      {open?.act === "approve" ? (
        <ApproveWaiverDialog waiver={open.waiver} share={shareOf(open.waiver.rule)} onClose={() => setOpen(null)} />
      ) : null}
      {open?.act === "reject" ? (
        <RejectWaiverDialog waiver={open.waiver} share={shareOf(open.waiver.rule)} onClose={() => setOpen(null)} />
      ) : null}
    </Panel>
  );
}

/** The condition, the reason, and the decision of the unit above. */
function Words({ waiver, share }: { waiver: Waiver; share: string }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      {t(`phasePage.waivers.kinds.${waiver.kind}`)}：{waiver.title}
      <span className={styles["decided"]}>{waiver.reason}</span>
      {share === "" ? null : <span className={styles["decided"]}>{share}</span>}
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
