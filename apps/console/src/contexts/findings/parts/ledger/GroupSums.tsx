import { FINDING_STATUSES, ORIGINS } from "@anji/findings";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../../../parts/ErrorState.tsx";
import { Money } from "../../../../parts/Money.tsx";
import { MONEY_PARTS, type MoneyPart } from "../../../../parts/MoneyBar.tsx";
import { Panel } from "../../../../parts/Panel.tsx";
import { RowSkeleton } from "../../../../parts/RowSkeleton.tsx";
import { type Column, RowTable } from "../../../../parts/RowTable.tsx";
import { failureText } from "../../../../rpc/failure-text.ts";
import type { FindingsSearch } from "../../search.ts";
import styles from "./GroupSums.module.css";
import { searchOfUnitGroup } from "./ledger-filter.ts";
import type { LedgerSums } from "./ledger-types.ts";

type Group = LedgerSums["groups"][number];
type Grouping = NonNullable<FindingsSearch["group"]>;
const FEN_OF = {
  recovered: "recoveredFen",
  repaid: "repaidFen",
  rebooked: "rebookedFen",
  writtenOff: "writtenOffFen",
  outstanding: "outstandingFen",
} as const satisfies Record<MoneyPart, keyof Group>;

type GroupSumsProps = {
  sums: { isPending: boolean; isError: boolean; error: unknown; refetch: () => unknown; data: LedgerSums | undefined };
  group: Grouping;
  search: FindingsSearch;
  onShow: (search: FindingsSearch) => void;
};

/** 认定 = 追回 + 偿还 + 调账 + 核销 + 余额, for each group and in the foot; a group's name filters the ledger by it. */
export function GroupSums({ sums, group, search, onShow }: GroupSumsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const narrow = (key: string) => {
    if (group === "city" || group === "unit")
      return void navigate({ to: "/findings", search: searchOfUnitGroup(search, group, key) });
    return onShow({ ...search, ...conditionOf(group, key) });
  };
  const nameOf = (row: Group) => groupName(t, { group, row });
  const columns: Column<Group>[] = [
    {
      key: "name",
      title: t("findings.group.name"),
      cell: (row) => (
        <Button
          type="link"
          size="small"
          style={{ padding: 0 }}
          aria-label={t("findings.group.open", { name: nameOf(row) })}
          onClick={() => narrow(row.key)}
        >
          {nameOf(row)}
        </Button>
      ),
    },
    { key: "count", title: t("findings.group.count"), align: "end", cell: (row) => row.count },
    { key: "found", title: t("amounts.found"), align: "end", cell: (row) => <Money fen={row.foundFen} /> },
    {
      key: "reduced",
      title: t("amounts.reduced"),
      align: "end",
      isSecondary: true,
      cell: (row) => <Money fen={row.reducedFen} />,
    },
    ...MONEY_PARTS.map((part): Column<Group> => ({
      key: part,
      title: t(`amounts.${part}`),
      align: "end",
      isSecondary: part !== "outstanding",
      cell: (row) => <Money fen={row[FEN_OF[part]]} />,
    })),
  ];
  const total = sums.data?.total;
  return (
    <div className={styles["sums"]}>
      <Panel title={t(`findings.group.${group}`)} note={t("money.unit")}>
        {sums.isPending ? <RowSkeleton rows={5} lines={1} /> : null}
        {sums.isError ? (
          <ErrorState
            what={t("findings.group.label")}
            message={failureText(sums.error)}
            onRetry={() => void sums.refetch()}
          />
        ) : null}
        {sums.data === undefined || total === undefined ? null : (
          <RowTable
            caption={t(`findings.group.${group}`)}
            columns={columns}
            rows={sums.data.groups}
            rowKey={(row) => row.key}
            isTall
            foot={[
              t("findings.total", { n: total.count }),
              total.count,
              <Money key="found" fen={total.foundFen} />,
              <Money key="reduced" fen={total.reducedFen} />,
              ...MONEY_PARTS.map((part) => <Money key={part} fen={total[FEN_OF[part]]} />),
            ]}
          />
        )}
      </Panel>
    </div>
  );
}

function conditionOf(group: Exclude<Grouping, "city" | "unit">, key: string): FindingsSearch {
  switch (group) {
    case "fundLine":
      return { funds: [key] };
    case "category":
      return { categories: [key] };
    case "kind":
      return { kinds: [key] };
    case "status":
      return { statuses: [key] };
    default:
      return { origins: [key] };
  }
}

/** The server names units and the plan's codes; statuses and origins are named here. */
function groupName(t: TFunction, { group, row }: { group: Grouping; row: Group }): string {
  const status = group === "status" ? FINDING_STATUSES.find((one) => one === row.key) : undefined;
  const origin = group === "origin" ? ORIGINS.find((one) => one === row.key) : undefined;
  if (status !== undefined) return t(`findings.statuses.${status}`);
  return origin === undefined ? row.name : t(`findings.origins.${origin}`);
}
