import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dayText } from "../../../formats/days.ts";
import { useFrame } from "../../../frame/use-frame.ts";
import { EmptyState } from "../../../parts/EmptyState.tsx";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { Panel } from "../../../parts/Panel.tsx";
import { type Column, RowTable } from "../../../parts/RowTable.tsx";
import { RowSkeleton } from "../../../parts/RowSkeleton.tsx";
import { StatusWord } from "../../../parts/StatusWord.tsx";
import { useListText } from "../../../parts/use-list-text.ts";
import { failureText } from "../../../rpc/failure-text.ts";
import { trpc, type Outputs } from "../../../rpc/trpc.ts";
import { ChangeGroupDialog, EstablishGroupDialog } from "./GroupDialog.tsx";
import { expectedUnits } from "./expected-units.ts";
import { GroupDrawer } from "./GroupDrawer.tsx";

const page = getRouteApi("/frame/phase");
type Group = Outputs["organisation"]["leadingGroups"]["list"]["items"][number];
type Row = { unitCode: string; unitName: string; isOwed: boolean; group: Group | null };

/** 领导小组: which units have one, and the form to register one's own. */
export function GroupsView() {
  const { t, i18n } = useTranslation();
  const list = useListText();
  const { campaign, me, units, scopeUnit } = useFrame();
  const search = page.useSearch();
  const navigate = useNavigate();
  const onOpen = (group: string | undefined) => void navigate({ to: "/phase", search: { ...search, group } });
  const [isOpen, setOpen] = useState(false);
  const groups = useQuery(trpc.organisation.leadingGroups.list.queryOptions({ campaignId: campaign.id }));
  if (groups.isPending) return <RowSkeleton rows={6} lines={1} />;
  if (groups.isError)
    return (
      <ErrorState what={t("groups.title")} message={failureText(groups.error)} onRetry={() => void groups.refetch()} />
    );
  const own = groups.data.items.find((group) => group.unitCode === me.person.unitCode) ?? null;
  const opened = groups.data.items.find((group) => group.unitCode === search.group);
  const rows: Row[] = expectedUnits({ units, scopeUnit, filed: groups.data.items.map((group) => group.unitCode) }).map(
    (unit) => ({
      unitCode: unit.code,
      unitName: unit.name,
      isOwed: unit.level === "city",
      group: groups.data.items.find((group) => group.unitCode === unit.code) ?? null,
    }),
  );
  const columns: Column<Row>[] = [
    {
      key: "unit",
      title: t("fields.unit"),
      cell: (row) => <GroupName row={row} onOpen={() => onOpen(row.unitCode)} />,
    },
    {
      key: "state",
      title: t("groups.establishedOn"),
      cell: (row) =>
        row.group === null ? <Missing isOwed={row.isOwed} /> : dayText(row.group.establishedOn, i18n.language),
    },
    { key: "documentNo", title: t("fields.documentNo"), isSecondary: true, cell: (row) => row.group?.documentNo },
    {
      key: "head",
      title: t("groups.positions.head"),
      cell: (row) => row.group?.members.find((member) => member.position === "head")?.name,
    },
    {
      key: "members",
      title: t("groups.members"),
      isSecondary: true,
      isWrapped: true,
      cell: (row) =>
        list((row.group?.members ?? []).filter((member) => member.position !== "head").map((member) => member.name)),
    },
  ];
  const isOpenAct = (verb: "establishLeadingGroup" | "changeLeadingGroupMembers") =>
    groups.data.acts.some((act) => act.verb === verb && act.whyNot === null);
  const mayEstablish = isOpenAct("establishLeadingGroup");
  const mayChange = own !== null && isOpenAct("changeLeadingGroupMembers");
  return (
    <Panel
      title={t("groups.title")}
      note={t("gates.quoted", { clause: t("groups.note") })}
      aside={
        mayEstablish || mayChange ? (
          <Button type={mayEstablish ? "primary" : "default"} onClick={() => setOpen(true)}>
            {mayEstablish ? t("groups.establish") : t("groups.change")}
          </Button>
        ) : undefined
      }
    >
      {rows.length === 0 ? <EmptyState what={t("groups.empty")} /> : null}
      <RowTable caption={t("groups.title")} columns={columns} rows={rows} rowKey={(row) => row.unitCode} />
      {opened === undefined ? null : <GroupDrawer group={opened} onClose={() => onOpen(undefined)} />}
      {isOpen && mayEstablish ? <EstablishGroupDialog onClose={() => setOpen(false)} /> : null}
      {isOpen && mayChange ? <ChangeGroupDialog group={own} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}

function GroupName({ row, onOpen }: { row: Row; onOpen: () => void }) {
  if (row.group === null) return <strong>{row.unitName}</strong>;
  return (
    <Button type="link" size="small" style={{ padding: 0 }} onClick={onOpen}>
      {row.unitName}
    </Button>
  );
}

function Missing({ isOwed }: { isOwed: boolean }) {
  const { t } = useTranslation();
  return (
    <StatusWord tone={isOwed ? "overdue" : "muted"} shape={isOwed ? "cross" : "dash"}>
      {t("groups.missing")}
    </StatusWord>
  );
}
