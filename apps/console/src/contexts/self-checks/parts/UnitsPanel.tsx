import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { instantText } from "../../../formats/days.ts";
import { wanYuan } from "../../../formats/money.ts";
import { useFrame } from "../../../frame/use-frame.ts";
import { Chip, ChipRow } from "../../../parts/Chip.tsx";
import { EmptyState } from "../../../parts/EmptyState.tsx";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { Panel } from "../../../parts/Panel.tsx";
import { RowSkeleton } from "../../../parts/RowSkeleton.tsx";
import { type Column, RowTable } from "../../../parts/RowTable.tsx";
import { failureText } from "../../../rpc/failure-text.ts";
import { trpc } from "../../../rpc/trpc.ts";
import { UnitMarks } from "./marks.tsx";
import styles from "./SelfChecks.module.css";
import type { UnitSummary } from "./self-check.ts";

const page = getRouteApi("/frame/phase");

/** Every unit of the scope: who is missing, what is signed, and the marks 迟报 and 自查未报. */
export function UnitsPanel() {
  const { t } = useTranslation();
  const { campaign, unitCode } = useFrame();
  const search = page.useSearch();
  const navigate = useNavigate();
  const list = useQuery(trpc.selfChecks.list.queryOptions({ campaignId: campaign.id, unitCode }));
  const columns = useUnitColumns();
  if (list.isPending) return <RowSkeleton rows={8} lines={1} />;
  if (list.isError)
    return (
      <ErrorState what={t("selfChecks.units")} message={failureText(list.error)} onRetry={() => void list.refetch()} />
    );
  const { items } = list.data;
  const unsigned = items.filter((one) => !one.isSigned);
  const isUnsignedOnly = search.unsigned === true;
  const shown = isUnsignedOnly ? unsigned : items;
  const onUnsignedOnly = (isOn: boolean) =>
    void navigate({ to: "/phase", search: { ...search, unsigned: isOn || undefined } });
  const signed = items.length - unsigned.length;
  return (
    <Panel title={t("selfChecks.units")} note={t("selfChecks.signed", { signed, of: items.length })}>
      <div className={styles["filter"]}>
        <ChipRow label={t("selfChecks.units")}>
          <Chip isOn={!isUnsignedOnly} count={items.length} onToggle={() => onUnsignedOnly(false)}>
            {t("selfChecks.all")}
          </Chip>
          <Chip isOn={isUnsignedOnly} count={unsigned.length} onToggle={() => onUnsignedOnly(true)}>
            {t("selfChecks.unsigned")}
          </Chip>
        </ChipRow>
      </div>
      {items.length === 0 ? <EmptyState what={t("selfChecks.nobodyOwes")} /> : null}
      {items.length > 0 && shown.length === 0 ? <EmptyState what={t("selfChecks.noneMissing")} /> : null}
      <RowTable caption={t("selfChecks.units")} columns={columns} rows={shown} rowKey={(row) => row.unitCode} />
    </Panel>
  );
}

function useUnitColumns(): Column<UnitSummary>[] {
  const { t, i18n } = useTranslation();
  return [
    {
      key: "unit",
      title: t("fields.unit"),
      cell: (row) => (
        <Link to="/phase" search={{ view: "selfChecks", unit: row.unitCode }}>
          {row.unitName}
        </Link>
      ),
    },
    {
      key: "parts",
      title: t("selfChecks.departments"),
      cell: (row) => t("selfChecks.ofParts", { signed: row.signedCount, of: row.owedCount }),
    },
    {
      key: "open",
      title: t("selfChecks.open"),
      isSecondary: true,
      isWrapped: true,
      cell: (row) => row.openNames.join("、"),
    },
    { key: "found", title: t("selfChecks.foundCount"), align: "end", isSecondary: true, cell: (row) => row.foundCount },
    {
      key: "amount",
      title: t("selfChecks.amount"),
      align: "end",
      isSecondary: true,
      cell: (row) => wanYuan(row.foundFen),
    },
    { key: "marks", title: t("selfChecks.state"), isWrapped: true, cell: (row) => <UnitMarks unit={row} /> },
    {
      key: "signedAt",
      title: t("selfChecks.signedAt"),
      isSecondary: true,
      cell: (row) => (row.signedAt === null || !row.isSigned ? null : instantText(row.signedAt, i18n.language)),
    },
  ];
}
