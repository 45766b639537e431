import { useTranslation } from "react-i18next";
import type { Outputs } from "../../../rpc/trpc.ts";
import { type LinePages, LinesDrawer } from "./LinesDrawer.tsx";

export type FigurePages = LinePages<Outputs["figures"]["rows"]["items"][number]>;

/** The rows behind a figure. */
export function FigureDrawer({ title, pages, onClose }: { title: string; pages: FigurePages; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <LinesDrawer
      title={title}
      pages={pages}
      middle={[
        { key: "kind", title: t("findings.kind"), isSecondary: true, isWrapped: true, cell: (row) => row.kindName },
        {
          key: "status",
          title: t("findings.status"),
          isSecondary: true,
          cell: (row) => t(`findings.statuses.${row.status}`),
        },
      ]}
      onClose={onClose}
    />
  );
}
