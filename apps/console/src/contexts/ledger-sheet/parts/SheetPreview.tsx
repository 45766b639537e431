import { SHEET_ROW_STATES, type SheetRowState } from "@anji/ledger-sheet";
import { useTranslation } from "react-i18next";
import { Chip, ChipRow } from "../../../parts/Chip.tsx";
import type { Shape } from "../../../parts/Mark.tsx";
import { Money } from "../../../parts/Money.tsx";
import { type Column, RowTable } from "../../../parts/RowTable.tsx";
import { StatusWord, type Tone } from "../../../parts/StatusWord.tsx";
import styles from "../pages/ImportPage.module.css";
import type { SheetCheck } from "./sheet-check.ts";

type SheetRow = SheetCheck["rows"][number];
const LOOKS = {
  new: { tone: "primary", shape: "dot" },
  same: { tone: "muted", shape: "dash" },
  changed: { tone: "soon", shape: "triangle" },
  conflict: { tone: "overdue", shape: "square" },
  mistaken: { tone: "overdue", shape: "cross" },
} as const satisfies Readonly<Record<SheetRowState, { tone: Tone; shape: Shape }>>;

type SheetPreviewProps = {
  check: SheetCheck;
  shown: SheetRowState | null;
  isAsking: boolean;
  onShow: (state: SheetRowState | null) => void;
};

/** What the import would do, row by row, compared with the present ledger. */
export function SheetPreview({ check, shown, isAsking, onShow }: SheetPreviewProps) {
  const { t } = useTranslation();
  const { rows } = check;
  const all =
    shown === null ? SHEET_ROW_STATES.reduce((sum, state) => sum + check.counts[state], 0) : check.counts[shown];
  const columns: Column<SheetRow>[] = [
    { key: "row", title: t("sheet.row"), align: "end", cell: (row) => row.rowNumber },
    {
      key: "state",
      title: t("sheet.state"),
      cell: (row) => <StatusWord {...LOOKS[row.state]}>{t(`sheet.states.${row.state}`)}</StatusWord>,
    },
    { key: "number", title: t("sheet.number"), isSecondary: true, cell: (row) => row.number },
    { key: "unit", title: t("sheet.unit"), isWrapped: true, cell: (row) => <UnitCell row={row} /> },
    { key: "kind", title: t("sheet.kindName"), isSecondary: true, cell: (row) => row.kindName },
    {
      key: "found",
      title: t("sheet.found"),
      align: "end",
      cell: (row) => (row.foundFen === null ? null : <Money fen={row.foundFen} />),
    },
    {
      key: "summary",
      title: t("sheet.summary"),
      isSecondary: true,
      isWrapped: true,
      cell: (row) => <Summary row={row} />,
    },
  ];
  return (
    <>
      <div className={styles["counts"]}>
        <ChipRow label={t("sheet.state")}>
          {SHEET_ROW_STATES.filter((state) => check.counts[state] > 0).map((state) => (
            <Chip
              key={state}
              isOn={shown === state}
              count={null}
              onToggle={() => onShow(shown === state ? null : state)}
            >
              {t(`sheet.counts.${state}`, { n: check.counts[state] })}
            </Chip>
          ))}
        </ChipRow>
        <span>
          {t("sheet.sums")} <Money fen={check.sums.foundFen} withUnit />
        </span>
        {isAsking || rows.length === all ? null : (
          <span className={styles["part"]}>
            {shown === null
              ? t("sheet.rowsShown", { n: rows.length, all })
              : t("sheet.rowsShownOf", { n: rows.length, all, state: t(`sheet.states.${shown}`) })}
          </span>
        )}
      </div>
      <div
        className={styles["preview"]}
        aria-busy={isAsking}
        tabIndex={0}
        role="region"
        aria-label={t("sheet.preview")}
      >
        <RowTable caption={t("sheet.preview")} columns={columns} rows={rows} rowKey={(row) => row.rowNumber} />
      </div>
    </>
  );
}

/** On a narrow screen the summary is left out; the differences are still shown. */
function UnitCell({ row }: { row: SheetRow }) {
  return (
    <>
      {row.unitName}
      <span className={styles["narrow"]}>
        <Differences row={row} />
      </span>
    </>
  );
}

function Summary({ row }: { row: SheetRow }) {
  return (
    <>
      {row.summary}
      <Differences row={row} />
    </>
  );
}

function Differences({ row }: { row: SheetRow }) {
  const { t } = useTranslation();
  if (row.differences.length === 0) return null;
  return (
    <span className={styles["differences"]}>
      {row.differences.map((difference) => (
        <span key={difference.field}>{t("sheet.difference", difference)}</span>
      ))}
    </span>
  );
}
