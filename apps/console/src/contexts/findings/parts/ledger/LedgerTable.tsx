import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../../parts/EmptyState.tsx";
import { ErrorState } from "../../../../parts/ErrorState.tsx";
import { MoreRows } from "../../../../parts/MoreRows.tsx";
import { Panel } from "../../../../parts/Panel.tsx";
import { RowSkeleton } from "../../../../parts/RowSkeleton.tsx";
import { RowTable } from "../../../../parts/RowTable.tsx";
import { failureText } from "../../../../rpc/failure-text.ts";
import { mediaOf } from "../../../../theme/tokens.ts";
import type { FindingsSearch } from "../../search.ts";
import { filterCount } from "./ledger-filter.ts";
import { OrderChoice } from "./OrderChoice.tsx";
import type { LedgerRow, LedgerSums } from "./ledger-types.ts";
import { useLedgerColumns, useLedgerFoot } from "./use-ledger-columns.tsx";

type LedgerPages = {
  isPending: boolean;
  isError: boolean;
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
};

type LedgerTableProps = {
  rows: LedgerPages;
  items: readonly LedgerRow[];
  sums: LedgerSums | null;
  search: FindingsSearch;
  openId: string | null;
  onShow: (search: FindingsSearch) => void;
};

export function LedgerTable({ rows, items, sums, search, openId, onShow }: LedgerTableProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isSplit = openId !== null;
  const columns = useLedgerColumns(isSplit);
  const foot = useLedgerFoot(columns, sums);
  const open = (row: LedgerRow) => {
    if (matchMedia(mediaOf("beyond-laptop")).matches) onShow({ ...search, open: row.id });
    else void navigate({ to: "/findings/$findingId", params: { findingId: row.id } });
  };
  return (
    <Panel
      title={t("findings.one")}
      note={sums === null ? "" : t("findings.total", { n: sums.total.count })}
      aside={
        <>
          <span>{t("money.unit")}</span>
          <OrderChoice search={search} onShow={onShow} />
        </>
      }
    >
      {rows.isError && items.length === 0 ? (
        <ErrorState what={t("findings.title")} message={failureText(rows.error)} onRetry={() => void rows.refetch()} />
      ) : rows.isPending ? (
        <RowSkeleton rows={10} lines={1} />
      ) : items.length === 0 ? (
        <EmptyState what={filterCount(search) > 0 ? t("findings.emptyFilter") : t("findings.empty")} />
      ) : (
        <RowTable
          caption={t("findings.caption")}
          columns={columns}
          rows={items}
          rowKey={(row) => row.id}
          chosenKey={openId}
          onOpen={open}
          {...(foot === null ? {} : { foot })}
        />
      )}
      {rows.hasNextPage ? (
        <MoreRows shown={items.length} isLoading={rows.isFetchingNextPage} onMore={() => void rows.fetchNextPage()} />
      ) : null}
    </Panel>
  );
}
