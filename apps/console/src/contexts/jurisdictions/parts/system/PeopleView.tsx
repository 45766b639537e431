import { jurisdictionsPermissions, jurisdictionsLimits } from "@anji/jurisdictions";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../../frame/use-frame.ts";
import { EmptyState } from "../../../../parts/EmptyState.tsx";
import { ErrorState } from "../../../../parts/ErrorState.tsx";
import { MoreRows } from "../../../../parts/MoreRows.tsx";
import { Panel } from "../../../../parts/Panel.tsx";
import { RefusalNotice } from "../../../../parts/RefusalNotice.tsx";
import { RowSkeleton } from "../../../../parts/RowSkeleton.tsx";
import { RowTable } from "../../../../parts/RowTable.tsx";
import { failureText } from "../../../../rpc/failure-text.ts";
import { client, trpc } from "../../../../rpc/trpc.ts";
import { usePages } from "../../../../rpc/use-pages.ts";
import { AddPersonDialog, ChangeRolesDialog } from "./PersonDialogs.tsx";
import type { Person, ToldOnce } from "./person.ts";
import { ShownOnce } from "./ShownOnce.tsx";
import styles from "./System.module.css";
import { useAccountActs } from "./use-account-acts.ts";
import { usePeopleColumns } from "./use-people-columns.tsx";

const PAGE = 100;
const route = getRouteApi("/frame/system");

export function PeopleView() {
  const { t } = useTranslation();
  const { unitCode, may } = useFrame();
  const navigate = useNavigate();
  const text = route.useSearch().text?.trim() ?? "";
  const [open, setOpen] = useState<"add" | Person | null>(null);
  const [told, setTold] = useState<ToldOnce | null>(null);
  const acts = useAccountActs({ onTold: setTold });
  const input = { unitCode, text: text === "" ? null : text, isService: false, limit: PAGE };
  const people = usePages({
    queryKey: [...trpc.jurisdictions.people.list.queryKey(), input],
    page: (cursor, signal) => client.jurisdictions.people.list.query({ ...input, cursor }, { signal }),
    isEnabled: true,
  });
  const items = people.data?.pages.flatMap((page) => page.items) ?? [];
  const columns = usePeopleColumns({ ...acts, onChangeRoles: setOpen });
  const mayAdd = may(jurisdictionsPermissions.addPerson);
  return (
    <Panel
      title={t("system.people.title")}
      aside={
        <>
          <Input.Search
            className={styles["search"] ?? ""}
            aria-label={t("system.people.search")}
            placeholder={t("system.people.search")}
            allowClear
            defaultValue={text}
            maxLength={jurisdictionsLimits.name}
            onSearch={(typed) =>
              void navigate({
                to: "/system",
                search: { tab: "people", ...(typed.trim() === "" ? {} : { text: typed.trim() }) },
              })
            }
          />
          {mayAdd ? (
            <Button type="primary" onClick={() => setOpen("add")}>
              {t("system.people.add")}
            </Button>
          ) : null}
        </>
      }
    >
      {acts.refused === null ? null : <RefusalNotice message={acts.refused} others={[]} />}
      {people.isPending ? <RowSkeleton rows={8} lines={1} /> : null}
      {people.isError ? (
        <ErrorState
          what={t("system.people.title")}
          message={failureText(people.error)}
          onRetry={() => void people.refetch()}
        />
      ) : null}
      {people.isSuccess && items.length === 0 ? (
        <EmptyState what={t(text === "" ? "system.people.empty" : "system.people.noneFound")} />
      ) : null}
      {items.length === 0 ? null : (
        <RowTable caption={t("system.people.title")} columns={columns} rows={items} rowKey={(person) => person.id} />
      )}
      {people.hasNextPage ? (
        <MoreRows
          shown={items.length}
          isLoading={people.isFetchingNextPage}
          onMore={() => void people.fetchNextPage()}
        />
      ) : null}
      {open === "add" ? <AddPersonDialog onAdded={setTold} onClose={() => setOpen(null)} /> : null}
      {open === null || open === "add" ? null : <ChangeRolesDialog person={open} onClose={() => setOpen(null)} />}
      {told === null ? null : (
        <ShownOnce
          title={t("system.people.oneTime", { name: told.name })}
          note={t("system.people.oneTimeNote", { username: told.username })}
          label={t("system.people.oneTime", { name: told.name })}
          value={told.password}
          onClose={() => setTold(null)}
        />
      )}
    </Panel>
  );
}
