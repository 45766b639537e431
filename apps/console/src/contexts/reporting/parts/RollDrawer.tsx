import type { ROLL_ROWS, RollColumn } from "@anji/figures";
import { useTranslation } from "react-i18next";
import { client, trpc } from "../../../rpc/trpc.ts";
import { usePages } from "../../../rpc/use-pages.ts";
import { LinesDrawer } from "./LinesDrawer.tsx";

const PAGE = 100;

/** A pressed cell of the roll-forward, with its name and value as shown. */
export type OpenRoll = {
  by: (typeof ROLL_ROWS)[number] | null;
  key: string | null;
  column: RollColumn;
  name: string;
  value: string;
};

/** The lines behind a cell: new since the opening, changed, or gone. */
export function RollDrawer(props: { cutOffId: string; shown: OpenRoll; onClose: () => void }) {
  const { cutOffId, shown, onClose } = props;
  const { t } = useTranslation();
  const input = { cutOffId, by: shown.by, key: shown.key, column: shown.column, limit: PAGE };
  const pages = usePages({
    queryKey: [...trpc.figures.rolledRows.queryKey(), input],
    page: (cursor, signal) => client.figures.rolledRows.query({ ...input, cursor }, { signal }),
    isEnabled: true,
    isFrozen: true,
  });
  return (
    <LinesDrawer
      title={t("reports.figures.rowsTitle", shown)}
      pages={pages}
      middle={[
        { key: "change", title: t("reports.roll.change"), cell: (row) => t(`reports.roll.changes.${row.change}`) },
        { key: "kind", title: t("findings.kind"), isSecondary: true, isWrapped: true, cell: (row) => row.kindName },
      ]}
      onClose={onClose}
    />
  );
}
