import { ADJUSTMENT_STATUSES } from "@anji/adjustments";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../frame/use-frame.ts";
import { EmptyState } from "../../../parts/EmptyState.tsx";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { Money } from "../../../parts/Money.tsx";
import { Panel } from "../../../parts/Panel.tsx";
import { RowSkeleton } from "../../../parts/RowSkeleton.tsx";
import { type Column, RowTable } from "../../../parts/RowTable.tsx";
import { StatusWord } from "../../../parts/StatusWord.tsx";
import { failureText } from "../../../rpc/failure-text.ts";
import { trpc } from "../../../rpc/trpc.ts";
import { useCommand } from "../../../rpc/use-command.ts";
import type { Adjustment } from "./adjustment.ts";
import { AdjustmentWords } from "./AdjustmentWords.tsx";
import { DecisionDialog } from "./DecisionDialog.tsx";

const PAGE = 50;
const VIEWS = ["waiting", "decided"] as const;
const LOOKS = {
  requested: { tone: "soon", shape: "half" },
  granted: { tone: "good", shape: "check" },
  declined: { tone: "overdue", shape: "back" },
  retracted: { tone: "muted", shape: "dash" },
} as const satisfies Record<(typeof ADJUSTMENT_STATUSES)[number], { tone: string; shape: string }>;

type Open = { act: "grant" | "decline"; adjustment: Adjustment };

/** 定性以后的调整: what waits for a decision and what was decided; what is open is the server's word. */
export function AdjustmentsView() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { campaign } = useFrame();
  const [view, setView] = useState<(typeof VIEWS)[number]>("waiting");
  const [open, setOpen] = useState<Open | null>(null);
  const asked = { campaignId: campaign.id, findingId: null, view, cursor: null, limit: PAGE };
  const list = useQuery(trpc.adjustments.list.queryOptions(asked));
  const retract = useCommand(trpc.adjustments.retract.mutationOptions());
  const acknowledge = useCommand(trpc.adjustments.acknowledge.mutationOptions());
  async function send(verb: "retract" | "acknowledge", { id, version }: Adjustment): Promise<void> {
    const done = await (verb === "retract" ? retract : acknowledge).send({ id, version });
    if (done !== null) void message.success(t("adjustments.done"));
  }
  const columns: Column<Adjustment>[] = [
    {
      key: "number",
      title: t("adjustments.number"),
      cell: (row) => (
        <>
          <strong>{row.number}</strong> {row.unitName}
        </>
      ),
    },
    {
      key: "what",
      title: t("adjustments.what"),
      isWrapped: true,
      cell: (row) => <AdjustmentWords adjustment={row} />,
    },
    {
      key: "amount",
      title: t("adjustments.amount"),
      align: "end",
      isSecondary: true,
      cell: (row) => (
        <>
          <Money fen={row.firstStatedFen} /> / <Money fen={row.foundFen} />
        </>
      ),
    },
    {
      key: "status",
      title: t("adjustments.fields.status"),
      cell: (row) => <StatusWord {...LOOKS[row.status]}>{t(`adjustments.statuses.${row.status}`)}</StatusWord>,
    },
    {
      key: "act",
      title: "",
      cell: (row) =>
        row.acts
          .filter((act) => act.whyNot === null)
          .map(({ verb }) => (
            <Button
              key={verb}
              size="small"
              type={verb === "grant" ? "primary" : "default"}
              onClick={() =>
                verb === "grant" || verb === "decline" ? setOpen({ act: verb, adjustment: row }) : void send(verb, row)
              }
            >
              {t(`adjustments.${verb}`)}
            </Button>
          )),
    },
  ];
  return (
    <Panel
      title={t("adjustments.title")}
      note={t("adjustments.note")}
      aside={
        <Segmented
          value={view}
          onChange={setView}
          options={VIEWS.map((value) => ({ value, label: t(`adjustments.${value}`) }))}
        />
      }
    >
      {list.isPending ? <RowSkeleton rows={4} lines={1} /> : null}
      {list.isError ? (
        <ErrorState
          what={t("adjustments.title")}
          message={failureText(list.error)}
          onRetry={() => void list.refetch()}
        />
      ) : null}
      {list.data?.items.length === 0 ? <EmptyState what={t("adjustments.empty")} /> : null}
      {list.data === undefined || list.data.items.length === 0 ? null : (
        <RowTable caption={t("adjustments.title")} columns={columns} rows={list.data.items} rowKey={(row) => row.id} />
      )}
      {open === null ? null : <DecisionDialog {...open} onClose={() => setOpen(null)} />}
    </Panel>
  );
}
