import type { ROLL_ROWS, RollColumn } from "@anji/figures";
import { Link } from "@tanstack/react-router";
import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../parts/EmptyState.tsx";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { Money } from "../../../parts/Money.tsx";
import { MoreRows } from "../../../parts/MoreRows.tsx";
import { RowSkeleton } from "../../../parts/RowSkeleton.tsx";
import { type Column, RowTable } from "../../../parts/RowTable.tsx";
import { failureText } from "../../../rpc/failure-text.ts";
import { client, type Outputs, trpc } from "../../../rpc/trpc.ts";
import { usePages } from "../../../rpc/use-pages.ts";

const PAGE = 100;
const WIDTH = 720;

/** A pressed cell of the roll-forward, with its name and value as shown. */
export type OpenRoll = {
  by: (typeof ROLL_ROWS)[number] | null;
  key: string | null;
  column: RollColumn;
  name: string;
  value: string;
};
type Row = Outputs["figures"]["rolledRows"]["items"][number];

/** The lines behind a cell: new since the opening, changed, or gone. */
export function RollDrawer(props: { cutOffId: string; shown: OpenRoll; onClose: () => void }) {
  const { cutOffId, shown, onClose } = props;
  const { t } = useTranslation();
  const title = t("reports.figures.rowsTitle", shown);
  const input = { cutOffId, by: shown.by, key: shown.key, column: shown.column, limit: PAGE };
  const pages = usePages({
    queryKey: [...trpc.figures.rolledRows.queryKey(), input],
    page: (cursor, signal) => client.figures.rolledRows.query({ ...input, cursor }, { signal }),
    isEnabled: true,
    isFrozen: true,
  });
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const sum = pages.data?.pages[0]?.sum;
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
    { key: "change", title: t("reports.roll.change"), cell: (row) => t(`reports.roll.changes.${row.change}`) },
    { key: "kind", title: t("findings.kind"), isSecondary: true, isWrapped: true, cell: (row) => row.kindName },
    {
      key: "amount",
      title: t("findingDetail.money.amount"),
      align: "end",
      cell: (row) => <Money fen={row.amountFen} />,
    },
  ];
  return (
    <Drawer open size={WIDTH} title={title} onClose={onClose} extra={t("money.unit")}>
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
          foot={
            sum === undefined
              ? []
              : [
                  t("reports.figures.rowsCount", { n: sum.count }),
                  null,
                  null,
                  null,
                  <Money key="sum" fen={sum.amountFen} />,
                ]
          }
        />
      )}
      {pages.hasNextPage ? (
        <MoreRows shown={rows.length} isLoading={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />
      ) : null}
    </Drawer>
  );
}
