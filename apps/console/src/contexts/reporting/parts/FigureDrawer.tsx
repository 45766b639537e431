import { Link } from "@tanstack/react-router";
import { Drawer } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../parts/EmptyState.tsx";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { Money } from "../../../parts/Money.tsx";
import { MoreRows } from "../../../parts/MoreRows.tsx";
import { RowSkeleton } from "../../../parts/RowSkeleton.tsx";
import { type Column, RowTable } from "../../../parts/RowTable.tsx";
import { failureText } from "../../../rpc/failure-text.ts";
import type { Outputs } from "../../../rpc/trpc.ts";

const WIDTH = 720;
type FigureRow = Outputs["figures"]["rows"]["items"][number];
type Sum = Outputs["figures"]["rows"]["sum"];

export type FigurePages = {
  isPending: boolean;
  isError: boolean;
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
  data: { pages: { items: FigureRow[]; sum: Sum }[] } | undefined;
};

/** The rows behind a figure, with the sum that must equal it. */
export function FigureDrawer({ title, pages, onClose }: { title: string; pages: FigurePages; onClose: () => void }) {
  const { t } = useTranslation();
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const sum = pages.data?.pages[0]?.sum;
  const hasAmount = sum !== undefined && sum.amountFen !== null;
  const columns: Column<FigureRow>[] = [
    {
      key: "number",
      title: t("findings.number"),
      cell: (row) => (
        <Link to="/findings/$findingId" params={{ findingId: row.findingId }}>
          {row.number}
        </Link>
      ),
    },
    { key: "unit", title: t("findings.unit"), cell: (row) => row.unitName },
    { key: "kind", title: t("findings.kind"), isSecondary: true, isWrapped: true, cell: (row) => row.kindName },
    {
      key: "status",
      title: t("findings.status"),
      isSecondary: true,
      cell: (row) => t(`findings.statuses.${row.status}`),
    },
    {
      key: "amount",
      title: t("findingDetail.money.amount"),
      align: "end",
      cell: (row) => (row.amountFen === null ? null : <Money fen={row.amountFen} />),
    },
  ];
  const foot: ReactNode[] =
    sum === undefined
      ? []
      : [
          t("reports.figures.rowsCount", { n: sum.count }),
          null,
          null,
          null,
          sum.amountFen === null ? null : <Money fen={sum.amountFen} />,
        ];
  return (
    <Drawer open size={WIDTH} title={title} onClose={onClose} extra={hasAmount ? t("money.unit") : undefined}>
      {pages.isPending ? <RowSkeleton rows={6} lines={1} /> : null}
      {pages.isError ? (
        <ErrorState what={title} message={failureText(pages.error)} onRetry={() => void pages.refetch()} />
      ) : null}
      {pages.data !== undefined && rows.length === 0 ? <EmptyState what={t("reports.figures.none")} /> : null}
      {rows.length === 0 ? null : (
        <RowTable
          caption={t("reports.figures.rowsCaption")}
          columns={columns}
          rows={rows}
          rowKey={(row) => `${row.findingId}-${row.lineNo}`}
          foot={foot}
        />
      )}
      {pages.hasNextPage ? (
        <MoreRows shown={rows.length} isLoading={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />
      ) : null}
    </Drawer>
  );
}
