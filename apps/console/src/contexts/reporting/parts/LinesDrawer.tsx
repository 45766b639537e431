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

const WIDTH = 720;

type Line = { findingId: string; lineNo: number; number: string; unitName: string; amountFen: string | null };
type Sum = { count: number; amountFen: string | null };

export type LinePages<Row extends Line> = {
  isPending: boolean;
  isError: boolean;
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
  data: { pages: { items: Row[]; sum: Sum }[] } | undefined;
};

/** Lines of findings behind a number, with the sum that must equal it. `middle` are the two columns before the amount. */
export function LinesDrawer<Row extends Line>(props: {
  title: string;
  pages: LinePages<Row>;
  middle: readonly [Column<Row>, Column<Row>];
  onClose: () => void;
}) {
  const { title, pages, middle, onClose } = props;
  const { t } = useTranslation();
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const sum = pages.data?.pages[0]?.sum;
  const hasAmount = sum !== undefined && sum.amountFen !== null;
  const amount = (fen: string | null): ReactNode => (fen === null ? null : <Money fen={fen} />);
  const columns: Column<Row>[] = [
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
    ...middle,
    {
      key: "amount",
      title: t("findingDetail.money.amount"),
      align: "end",
      cell: (row) => amount(row.amountFen),
    },
  ];
  const foot =
    sum === undefined
      ? []
      : [t("reports.figures.rowsCount", { n: sum.count }), null, null, null, amount(sum.amountFen)];
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
