import type { FigureKey, UnitFigure } from "@anji/figures";
import { useQuery } from "@tanstack/react-query";
import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { RowSkeleton } from "../../../parts/RowSkeleton.tsx";
import { RowTable } from "../../../parts/RowTable.tsx";
import { failureText } from "../../../rpc/failure-text.ts";
import { FROZEN } from "../../../rpc/frozen.ts";
import { client, trpc } from "../../../rpc/trpc.ts";
import { usePages } from "../../../rpc/use-pages.ts";
import { FigureDrawer } from "./FigureDrawer.tsx";
import type { OpenFigure } from "./report-figures.ts";

const PAGE = 100;
const WIDTH = 520;
type Frozen = { readonly cutOffId: string };
type Shown = { report: Frozen; title: string; onClose: () => void };

/** What lies behind a pressed figure: the frozen rows of the ledger, or the units it counts. */
export function OpenFigureDrawer({
  report,
  shown,
  onClose,
}: {
  report: Frozen;
  shown: OpenFigure;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const title = t("reports.figures.rowsTitle", shown);
  return "figure" in shown ? (
    <RowsDrawer report={report} title={title} figure={shown.figure} onClose={onClose} />
  ) : (
    <UnitsDrawer report={report} title={title} figure={shown.unitFigure} onClose={onClose} />
  );
}

function RowsDrawer({ report, title, figure, onClose }: Shown & { figure: FigureKey }) {
  const input = { cutOffId: report.cutOffId, figure, limit: PAGE };
  const pages = usePages({
    queryKey: [...trpc.figures.rows.queryKey(), input],
    page: (cursor, signal) => client.figures.rows.query({ ...input, cursor }, { signal }),
    isEnabled: true,
    isFrozen: true,
  });
  return <FigureDrawer title={title} pages={pages} onClose={onClose} />;
}

function UnitsDrawer({ report, title, figure, onClose }: Shown & { figure: UnitFigure }) {
  const { t } = useTranslation();
  const units = useQuery({
    ...trpc.figures.units.queryOptions({ cutOffId: report.cutOffId, figure }),
    meta: FROZEN,
  });
  return (
    <Drawer open size={WIDTH} title={title} onClose={onClose}>
      {units.isPending ? <RowSkeleton rows={6} lines={1} /> : null}
      {units.isError ? (
        <ErrorState what={title} message={failureText(units.error)} onRetry={() => void units.refetch()} />
      ) : null}
      {units.data === undefined ? null : (
        <RowTable
          caption={t("reports.figures.unitsCaption")}
          columns={[
            { key: "code", title: t("system.units.code"), cell: (row) => row.unitCode },
            { key: "name", title: t("fields.unit"), cell: (row) => row.unitName },
          ]}
          rows={units.data.items}
          rowKey={(row) => row.unitCode}
        />
      )}
    </Drawer>
  );
}
