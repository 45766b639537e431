import { jurisdictionsPermissions } from "@anji/jurisdictions";
import { App, Button, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../frame/use-frame.ts";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { MoreRows } from "../../parts/MoreRows.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { RefusalNotice } from "../../parts/RefusalNotice.tsx";
import { RowSkeleton } from "../../parts/RowSkeleton.tsx";
import { type Column, RowTable } from "../../parts/RowTable.tsx";
import { StatusWord } from "../../parts/StatusWord.tsx";
import { useListText } from "../../parts/use-list-text.ts";
import { failureText } from "../../rpc/failure-text.ts";
import { client, type Outputs, trpc } from "../../rpc/trpc.ts";
import { usePages } from "../../rpc/use-pages.ts";
import { useCommand } from "../../rpc/use-command.ts";
import { AddPersonDialog, ChangeRolesDialog } from "./PersonDialogs.tsx";

export type Person = Outputs["jurisdictions"]["people"]["list"]["items"][number];
const PAGE = 100;

export function PeopleView() {
  const { t } = useTranslation();
  const list = useListText();
  const { message } = App.useApp();
  const { me, unitCode, may } = useFrame();
  const [open, setOpen] = useState<"add" | Person | null>(null);
  const deactivate = useCommand(trpc.jurisdictions.people.deactivate.mutationOptions());
  const input = { unitCode, limit: PAGE };
  const people = usePages({
    queryKey: [...trpc.jurisdictions.people.list.queryKey(), input],
    page: (cursor, signal) => client.jurisdictions.people.list.query({ ...input, cursor }, { signal }),
    isEnabled: true,
  });
  const items = people.data?.pages.flatMap((page) => page.items) ?? [];
  async function close(person: Person): Promise<void> {
    const done = await deactivate.send({ id: person.id, version: person.version });
    if (done !== null) void message.success(t("system.people.deactivated"));
  }
  const columns: Column<Person>[] = [
    { key: "name", title: t("system.people.name"), cell: (person) => <strong>{person.name}</strong> },
    { key: "username", title: t("system.people.username"), cell: (person) => person.username },
    { key: "unit", title: t("system.people.unit"), cell: (person) => person.unitName },
    { key: "department", title: t("system.people.department"), isSecondary: true, cell: (person) => person.department },
    { key: "roles", title: t("system.people.roles"), cell: (person) => list(person.roles.map((role) => t(`roles.${role}`))) },
    {
      key: "state",
      title: t("system.people.state"),
      isSecondary: true,
      cell: (person) => (
        <StatusWord tone={person.isActive ? "good" : "muted"} shape={person.isActive ? "check" : "dash"}>
          {person.isActive ? t("system.people.active") : t("system.people.inactive")}
        </StatusWord>
      ),
    },
    {
      key: "acts",
      title: "",
      cell: (person) =>
        person.isActive && person.id !== me.person.id && may(jurisdictionsPermissions.changeRoles) ? (
          <>
            {person.isService ? null : (
              <Button size="small" onClick={() => setOpen(person)}>
                {t("system.people.changeRoles")}
              </Button>
            )}{" "}
            <Popconfirm
              title={t("system.people.deactivateConfirm", { name: person.name })}
              okText={t("system.people.deactivate")}
              cancelText={t("acts.cancel")}
              onConfirm={() => close(person)}
            >
              <Button size="small" danger>
                {t("system.people.deactivate")}
              </Button>
            </Popconfirm>
          </>
        ) : null,
    },
  ];
  return (
    <Panel
      title={t("system.people.title")}
      aside={
        may(jurisdictionsPermissions.addPerson) ? (
          <Button type="primary" onClick={() => setOpen("add")}>
            {t("system.people.add")}
          </Button>
        ) : undefined
      }
    >
      {deactivate.refused === null ? null : <RefusalNotice message={deactivate.refused.message} others={[]} />}
      {people.isPending ? <RowSkeleton rows={8} lines={1} /> : null}
      {people.isError ? <ErrorState what={t("system.people.title")} message={failureText(people.error)} onRetry={() => void people.refetch()} /> : null}
      {people.isSuccess && items.length === 0 ? <EmptyState what={t("system.people.empty")} /> : null}
      {items.length === 0 ? null : <RowTable caption={t("system.people.title")} columns={columns} rows={items} rowKey={(person) => person.id} />}
      {people.hasNextPage ? <MoreRows shown={items.length} isLoading={people.isFetchingNextPage} onMore={() => void people.fetchNextPage()} /> : null}
      {open === "add" ? <AddPersonDialog onClose={() => setOpen(null)} /> : null}
      {open === null || open === "add" ? null : <ChangeRolesDialog person={open} onClose={() => setOpen(null)} />}
    </Panel>
  );
}
