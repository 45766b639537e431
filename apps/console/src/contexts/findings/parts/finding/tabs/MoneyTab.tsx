import { useTranslation } from "react-i18next";
import { dayText } from "../../../../../formats/days.ts";
import { EmptyState } from "../../../../../parts/EmptyState.tsx";
import { Money } from "../../../../../parts/Money.tsx";
import { type Column, RowTable } from "../../../../../parts/RowTable.tsx";
import styles from "../FindingDetail.module.css";
import type { Finding } from "../finding-types.ts";

type Settlement = Finding["settlements"][number];

export function MoneyTab({ finding }: { finding: Finding }) {
  const { t, i18n } = useTranslation();
  const columns: Column<Settlement>[] = [
    {
      key: "settledOn",
      title: t("findingDetail.money.settledOn"),
      cell: (row) => dayText(row.settledOn, i18n.language),
    },
    {
      key: "channel",
      title: t("findingDetail.money.channel"),
      cell: (row) => t(`findingDetail.channels.${row.channel}`),
    },
    {
      key: "amount",
      title: t("findingDetail.money.amount"),
      align: "end",
      cell: (row) => <Money fen={row.amountFen} />,
    },
    { key: "voucherNo", title: t("findingDetail.money.voucherNo"), cell: (row) => row.voucherNo },
    { key: "note", title: t("findingDetail.money.note"), isSecondary: true, isWrapped: true, cell: (row) => row.note },
    { key: "recordedBy", title: t("findingDetail.money.recordedBy"), isSecondary: true, cell: (row) => row.recordedBy },
  ];
  if (finding.settlements.length === 0) return <EmptyState what={t("findingDetail.money.none")} />;
  return (
    <div className={styles["bleed"]}>
      <RowTable
        caption={t("findingDetail.money.settlements")}
        columns={columns}
        rows={finding.settlements}
        rowKey={(row) => row.id}
      />
    </div>
  );
}
