import { jurisdictionsPermissions, jurisdictionsLimits, SERVICE_ROLES } from "@anji/jurisdictions";
import { isWithin } from "@anji/kernel";
import { App, Button, Form, Popconfirm, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../../frame/use-frame.ts";
import { ActDialog } from "../../../../parts/ActDialog.tsx";
import { EmptyState } from "../../../../parts/EmptyState.tsx";
import { ErrorState } from "../../../../parts/ErrorState.tsx";
import { MoreRows } from "../../../../parts/MoreRows.tsx";
import { Panel } from "../../../../parts/Panel.tsx";
import { RefusalNotice } from "../../../../parts/RefusalNotice.tsx";
import { RowSkeleton } from "../../../../parts/RowSkeleton.tsx";
import { RowTable } from "../../../../parts/RowTable.tsx";
import { StatusWord } from "../../../../parts/StatusWord.tsx";
import { TextField } from "../../../../parts/TextField.tsx";
import { useListText } from "../../../../parts/use-list-text.ts";
import { failureText } from "../../../../rpc/failure-text.ts";
import { client, trpc } from "../../../../rpc/trpc.ts";
import { usePages } from "../../../../rpc/use-pages.ts";
import { useCommand } from "../../../../rpc/use-command.ts";
import type { Person } from "./person.ts";
import { ShownOnce } from "./ShownOnce.tsx";
import styles from "./System.module.css";

const PAGE = 200;

/** 服务密钥: accounts of other programs; a key is shown once. */
export function KeysView() {
  const { t } = useTranslation();
  const list = useListText();
  const { message } = App.useApp();
  const { may } = useFrame();
  const revoke = useCommand(trpc.jurisdictions.people.deactivate.mutationOptions());
  const [isIssuing, setIssuing] = useState(false);
  const [issuedKey, setIssuedKey] = useState<string | null>(null);
  const input = { unitCode: null, text: null, isService: true, limit: PAGE };
  const people = usePages({
    queryKey: [...trpc.jurisdictions.people.list.queryKey(), input],
    page: (cursor, signal) => client.jurisdictions.people.list.query({ ...input, cursor }, { signal }),
    isEnabled: true,
  });
  const services = people.data?.pages.flatMap((page) => page.items) ?? [];
  async function end(service: Person): Promise<void> {
    const done = await revoke.send({ id: service.id, version: service.version });
    if (done !== null) void message.success(t("system.keys.revoked"));
  }
  return (
    <Panel
      title={t("system.keys.title")}
      note={t("system.keys.note")}
      aside={
        may(jurisdictionsPermissions.issueServiceKey) ? (
          <Button type="primary" onClick={() => setIssuing(true)}>
            {t("system.keys.issue")}
          </Button>
        ) : undefined
      }
    >
      {revoke.refused === null ? null : <RefusalNotice message={revoke.refused.message} others={[]} />}
      {people.isPending ? <RowSkeleton rows={3} lines={1} /> : null}
      {people.isError ? (
        <ErrorState
          what={t("system.keys.title")}
          message={failureText(people.error)}
          onRetry={() => void people.refetch()}
        />
      ) : null}
      {people.isSuccess && services.length === 0 ? <EmptyState what={t("system.keys.empty")} /> : null}
      {services.length === 0 ? null : (
        <RowTable
          caption={t("system.keys.title")}
          columns={[
            { key: "name", title: t("system.keys.name"), cell: (row) => row.name },
            {
              key: "role",
              title: t("system.keys.role"),
              cell: (row) => list(row.roles.map((role) => t(`roles.${role}`))),
            },
            { key: "unit", title: t("system.keys.unit"), isSecondary: true, cell: (row) => row.unitName },
            { key: "state", title: t("system.people.state"), cell: (row) => <KeyState isActive={row.isActive} /> },
            {
              key: "acts",
              title: "",
              cell: (row) =>
                row.isActive && may(jurisdictionsPermissions.deactivatePerson) ? (
                  <RevokeButton name={row.name} onRevoke={() => end(row)} />
                ) : null,
            },
          ]}
          rows={services}
          rowKey={(row) => row.id}
        />
      )}
      {people.hasNextPage ? (
        <MoreRows
          shown={services.length}
          isLoading={people.isFetchingNextPage}
          onMore={() => void people.fetchNextPage()}
        />
      ) : null}
      {isIssuing ? <IssueDialog onIssued={setIssuedKey} onClose={() => setIssuing(false)} /> : null}
      {issuedKey === null ? null : (
        <ShownOnce
          title={t("system.keys.issued")}
          label={t("system.keys.key")}
          value={issuedKey}
          onClose={() => setIssuedKey(null)}
        />
      )}
    </Panel>
  );
}

function KeyState({ isActive }: { isActive: boolean }) {
  const { t } = useTranslation();
  return (
    <StatusWord tone={isActive ? "good" : "muted"} shape={isActive ? "check" : "dash"}>
      {t(isActive ? "system.people.active" : "system.keys.inactive")}
    </StatusWord>
  );
}

function RevokeButton({ name, onRevoke }: { name: string; onRevoke: () => Promise<void> }) {
  const { t } = useTranslation();
  return (
    <Popconfirm
      title={t("system.keys.revokeConfirm", { name })}
      okText={t("system.keys.revoke")}
      cancelText={t("acts.cancel")}
      classNames={{ root: styles["confirm"] ?? "" }}
      onConfirm={onRevoke}
    >
      <Button size="small" danger>
        {t("system.keys.revoke")}
      </Button>
    </Popconfirm>
  );
}

type Values = { name: string; role: (typeof SERVICE_ROLES)[number]; unitCode: string };

function IssueDialog({ onIssued, onClose }: { onIssued: (key: string) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const { me, units } = useFrame();
  const issue = useCommand(trpc.jurisdictions.people.issueServiceKey.mutationOptions());
  const own = units.filter((unit) => isWithin(unit.regionPath, me.person.path));
  async function send(values: Values): Promise<void> {
    const issued = await issue.send(values);
    if (issued === null) return;
    onClose();
    if (issued.key !== null) onIssued(issued.key);
  }
  return (
    <ActDialog<Values>
      title={t("system.keys.issue")}
      explain={t("system.keys.note")}
      initial={{ role: "observer", unitCode: me.person.unitCode }}
      submit={t("system.keys.issue")}
      isSending={issue.isSending}
      refused={issue.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <TextField name="name" label={t("system.keys.name")} isRequired maxLength={jurisdictionsLimits.name} />
      <Form.Item name="role" label={t("system.keys.role")} rules={[{ required: true, message: t("fields.required") }]}>
        <Select options={SERVICE_ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="unitCode"
        label={t("system.keys.unit")}
        extra={t("system.keys.unitHint")}
        rules={[{ required: true, message: t("fields.required") }]}
      >
        <Select
          showSearch={{ optionFilterProp: "label" }}
          options={own.map((unit) => ({ value: unit.code, label: unit.fullName }))}
        />
      </Form.Item>
    </ActDialog>
  );
}
