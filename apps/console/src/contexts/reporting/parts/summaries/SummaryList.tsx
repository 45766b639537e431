import { reportPermission } from "@anji/reporting";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { instantText } from "../../../../formats/days.ts";
import { useFrame } from "../../../../frame/use-frame.ts";
import { DueWord } from "../../../../parts/DueWord.tsx";
import { EmptyState } from "../../../../parts/EmptyState.tsx";
import { ErrorState } from "../../../../parts/ErrorState.tsx";
import { Panel } from "../../../../parts/Panel.tsx";
import { RefusalNotice } from "../../../../parts/RefusalNotice.tsx";
import { RowSkeleton } from "../../../../parts/RowSkeleton.tsx";
import { type Column, RowTable } from "../../../../parts/RowTable.tsx";
import { StatusWord } from "../../../../parts/StatusWord.tsx";
import { failureText } from "../../../../rpc/failure-text.ts";
import { trpc, type Outputs } from "../../../../rpc/trpc.ts";
import { useCommand } from "../../../../rpc/use-command.ts";
import { isHandedIn, REPORT_LOOKS } from "../report-looks.ts";

type Item = Outputs["reporting"]["reports"]["list"]["items"][number];
const NOT_DUE_LOOK = { tone: "muted", shape: "dash" } as const;

export function SummaryList() {
  const { t, i18n } = useTranslation();
  const { campaign, me, unitCode, may } = useFrame();
  const navigate = useNavigate();
  const list = useQuery(
    trpc.reporting.reports.list.queryOptions({ campaignId: campaign.id, kind: "summary", unitCode, month: null }),
  );
  const draft = useCommand(trpc.reporting.reports.draft.mutationOptions());
  if (list.isPending) return <RowSkeleton rows={6} lines={1} />;
  if (list.isError)
    return (
      <ErrorState
        what={t("reports.summaries.title")}
        message={failureText(list.error)}
        onRetry={() => void list.refetch()}
      />
    );
  const { items } = list.data;
  async function begin(item: Item): Promise<void> {
    const drafted = await draft.send({
      campaignId: campaign.id,
      kind: "summary",
      unitCode: item.unitCode,
      month: null,
    });
    if (drafted !== null) await navigate({ to: "/reports/summaries/$summaryId", params: { summaryId: drafted.id } });
  }
  const lookOf = (item: Item) =>
    item.status === "missing" && item.dueOn >= me.clock.today ? NOT_DUE_LOOK : REPORT_LOOKS[item.status];
  const mayBegin = (item: Item) =>
    campaign.phase === "summary" &&
    item.id === null &&
    item.unitCode === me.person.unitCode &&
    may(reportPermission("summary", "draft"));
  const columns: Column<Item>[] = [
    {
      key: "unit",
      title: t("fields.unit"),
      cell: (row) =>
        row.id === null ? (
          <strong>{row.unitName}</strong>
        ) : (
          <Link
            to="/reports/summaries/$summaryId"
            params={{ summaryId: row.id }}
            aria-label={t("reports.summaries.open", { unit: row.unitName })}
          >
            {row.unitName}
          </Link>
        ),
    },
    {
      key: "status",
      title: t("findings.status"),
      cell: (row) => {
        const status = t(`reports.statuses.${row.status}`);
        const word = row.isLate ? t("reports.monthly.lateOf", { status }) : status;
        return <StatusWord {...lookOf(row)}>{word}</StatusWord>;
      },
    },
    {
      key: "due",
      title: t("findings.due"),
      cell: (row) => (isHandedIn(row.status) ? null : <DueWord dueOn={row.dueOn} />),
    },
    {
      key: "submittedAt",
      title: t("reports.summaries.submittedAt"),
      isSecondary: true,
      cell: (row) => (row.submittedAt === null ? null : instantText(row.submittedAt, i18n.language)),
    },
    {
      key: "act",
      title: "",
      cell: (row) =>
        mayBegin(row) ? (
          <Button
            size="small"
            type="primary"
            loading={draft.isSending}
            aria-label={t("reports.summaries.draftOf", { unit: row.unitName })}
            onClick={() => void begin(row)}
          >
            {t("reports.summaries.draft")}
          </Button>
        ) : null,
    },
  ];
  return (
    <Panel
      title={t("reports.summaries.title")}
      note={t("reports.summaries.note")}
      aside={t("reports.summaries.received", {
        received: items.filter((item) => item.status === "received").length,
        of: items.length,
      })}
    >
      {draft.refused === null ? null : <RefusalNotice message={draft.refused.message} others={[]} />}
      {items.length === 0 ? (
        <EmptyState what={t("reports.summaries.empty")} />
      ) : (
        <RowTable
          caption={t("reports.summaries.title")}
          columns={columns}
          rows={items}
          rowKey={(row) => row.unitCode}
        />
      )}
    </Panel>
  );
}
