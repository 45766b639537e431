import { placeName } from "@anji/jurisdictions";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../../frame/use-frame.ts";
import { usePlanNames } from "../../../../frame/use-plan-names.ts";
import { DueWord } from "../../../../parts/DueWord.tsx";
import { Money } from "../../../../parts/Money.tsx";
import type { Column } from "../../../../parts/RowTable.tsx";
import { FindingStatusWord } from "../FindingStatusWord.tsx";
import styles from "../../pages/FindingsPage.module.css";
import type { LedgerRow, LedgerSums } from "./ledger-types.ts";

const AMOUNTS = ["foundFen", "recoveredFen", "outstandingFen"] as const;
type AmountKey = (typeof AMOUNTS)[number];
const IN_SPLIT = ["number", "unit", "kind", "foundFen", "status", "due"];

/** The ledger's columns in their fixed order; fewer while a detail is open beside it. */
export function useLedgerColumns(isSplit: boolean): Column<LedgerRow>[] {
  const { t } = useTranslation();
  const names = usePlanNames();
  const { me } = useFrame();
  const columns: Column<LedgerRow>[] = [
    {
      key: "number",
      title: t("findings.number"),
      cell: (row) => (
        <Link to="/findings/$findingId" params={{ findingId: row.id }} onClick={(event) => event.stopPropagation()}>
          {row.number}
        </Link>
      ),
    },
    { key: "unit", title: t("findings.unit"), cell: (row) => placeName(row, me.person) },
    { key: "fundLine", title: t("findings.fundLine"), isSecondary: true, cell: (row) => names.fundShort(row.fundLine) },
    {
      key: "kind",
      title: t("findings.categoryAndKind"),
      isSecondary: true,
      cell: (row) => (
        <span className={styles["kind"]} title={row.summary}>
          <span className={styles["kindName"]}>{names.kind(row.kind)}</span>
          <span className={styles["categoryName"]}>{names.category(row.category)}</span>
        </span>
      ),
    },
    ...AMOUNTS.map((key): Column<LedgerRow> => amountColumn(key, t(`findings.${AMOUNT_TITLES[key]}`))),
    { key: "status", title: t("findings.status"), cell: (row) => <FindingStatusWord status={row.status} /> },
    {
      key: "due",
      title: t("findings.due"),
      isSecondary: true,
      cell: (row) => (row.status === "closed" ? null : <DueWord dueOn={row.dueOn} />),
    },
    {
      key: "origin",
      title: t("findings.origin"),
      isSecondary: true,
      cell: (row) => t(`findings.origins.${row.origin}`),
    },
    {
      key: "responsible",
      title: t("findings.responsible"),
      isSecondary: true,
      cell: (row) => [row.responsibleUnit, row.responsiblePerson].filter(Boolean).join(" "),
    },
  ];
  return isSplit ? columns.filter((column) => IN_SPLIT.includes(column.key)) : columns;
}

const AMOUNT_TITLES = { foundFen: "found", recoveredFen: "recovered", outstandingFen: "outstanding" } as const;

function amountColumn(key: AmountKey, title: string): Column<LedgerRow> {
  return { key, title, align: "end", isSecondary: key !== "foundFen", cell: (row) => <Money fen={row[key]} /> };
}

/** The totals of all rows of the filter, not only of the loaded ones. */
export function useLedgerFoot(columns: readonly Column<LedgerRow>[], sums: LedgerSums | null): ReactNode[] | null {
  const { t } = useTranslation();
  if (sums === null) return null;
  return columns.map((column, at) => {
    if (at === 0) return t("findings.total", { n: sums.total.count });
    const key = AMOUNTS.find((amount) => amount === column.key);
    return key === undefined ? null : <Money key={key} fen={sums.total[key]} />;
  });
}
