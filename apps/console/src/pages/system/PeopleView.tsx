import { jurisdictionsPermissions } from "@anji/jurisdictions";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../frame/use-frame.ts";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { MoreRows } from "../../parts/MoreRows.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { RefusalNotice } from "../../parts/RefusalNotice.tsx";
import { RowSkeleton } from "../../parts/RowSkeleton.tsx";
import { RowTable } from "../../parts/RowTable.tsx";
import { failureText } from "../../rpc/failure-text.ts";
import { client, trpc } from "../../rpc/trpc.ts";
import { usePages } from "../../rpc/use-pages.ts";
import { useCommand } from "../../rpc/use-command.ts";
import { AddPersonDialog, ChangeRolesDialog } from "./PersonDialogs.tsx";
import type { Person } from "./person.ts";
import { usePeopleColumns } from "./use-people-columns.tsx";

const PAGE = 100;

export function PeopleView() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { unitCode, may } = useFrame();
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
  const columns = usePeopleColumns({ onChangeRoles: setOpen, onDeactivate: close });
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
