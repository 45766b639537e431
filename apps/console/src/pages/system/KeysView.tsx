import { jurisdictionsPermissions } from "@anji/jurisdictions";
import { App, Button, Form, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../frame/use-frame.ts";
import { ActDialog } from "../../parts/ActDialog.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { MoreRows } from "../../parts/MoreRows.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { RowSkeleton } from "../../parts/RowSkeleton.tsx";
import { RowTable } from "../../parts/RowTable.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { useListText } from "../../parts/use-list-text.ts";
import { failureText } from "../../rpc/failure-text.ts";
import { client, trpc } from "../../rpc/trpc.ts";
import { usePages } from "../../rpc/use-pages.ts";
import { useCommand } from "../../rpc/use-command.ts";
import styles from "./System.module.css";

const PAGE = 200;
const NAME_MAX = 60;
const KEY_ROLES = ["worker", "reader"] as const;

/** 服务密钥: accounts of other programs; a key is shown once. */
export function KeysView() {
  const { t } = useTranslation();
  const list = useListText();
  const { may } = useFrame();
  const [isIssuing, setIssuing] = useState(false);
  const [issuedKey, setIssuedKey] = useState<string | null>(null);
  const input = { unitCode: null, limit: PAGE };
  const people = usePages({
    queryKey: [...trpc.jurisdictions.people.list.queryKey(), input],
    page: (cursor, signal) => client.jurisdictions.people.list.query({ ...input, cursor }, { signal }),
    isEnabled: true,
  });
  const all = people.data?.pages.flatMap((page) => page.items) ?? [];
  const services = all.filter((person) => person.isService);
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
      {people.isPending ? <RowSkeleton rows={3} lines={1} /> : null}
      {people.isError ? <ErrorState what={t("system.keys.title")} message={failureText(people.error)} onRetry={() => void people.refetch()} /> : null}
      {people.isSuccess && services.length === 0 && !people.hasNextPage ? <EmptyState what={t("system.keys.empty")} /> : null}
      {services.length === 0 ? null : (
        <RowTable
          caption={t("system.keys.title")}
          columns={[
            { key: "name", title: t("system.keys.name"), cell: (row) => row.name },
            { key: "role", title: t("system.keys.role"), cell: (row) => list(row.roles.map((role) => t(`roles.${role}`))) },
            { key: "unit", title: t("system.people.unit"), cell: (row) => row.unitName },
            { key: "state", title: t("system.people.state"), cell: (row) => (row.isActive ? t("system.people.active") : t("system.people.inactive")) },
          ]}
          rows={services}
          rowKey={(row) => row.id}
        />
      )}
      {people.hasNextPage ? <MoreRows shown={all.length} isLoading={people.isFetchingNextPage} onMore={() => void people.fetchNextPage()} /> : null}
      {isIssuing ? <IssueDialog onIssued={setIssuedKey} onClose={() => setIssuing(false)} /> : null}
      {issuedKey === null ? null : <IssuedKey value={issuedKey} onClose={() => setIssuedKey(null)} />}
    </Panel>
  );
}

type Values = { name: string; role: (typeof KEY_ROLES)[number] };

function IssueDialog({ onIssued, onClose }: { onIssued: (key: string) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const { me } = useFrame();
  const issue = useCommand(trpc.jurisdictions.people.issueServiceKey.mutationOptions());
  async function send(values: Values): Promise<void> {
    const issued = await issue.send({ ...values, unitCode: me.person.unitCode });
    if (issued === null) return;
    onClose();
    if (issued.key !== null) onIssued(issued.key);
  }
  return (
    <ActDialog<Values>
      title={t("system.keys.issue")}
      explain={t("system.keys.note")}
      initial={{ role: "reader" }}
      submit={t("system.keys.issue")}
      isSending={issue.isSending}
      refused={issue.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <TextField name="name" label={t("system.keys.name")} isRequired maxLength={NAME_MAX} />
      <Form.Item name="role" label={t("system.keys.role")} rules={[{ required: true, message: t("fields.required") }]}>
        <Select options={KEY_ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))} />
      </Form.Item>
    </ActDialog>
  );
}

function IssuedKey({ value, onClose }: { value: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return (
    <Modal open title={t("system.keys.issued")} footer={<Button onClick={onClose}>{t("acts.close")}</Button>} onCancel={onClose} mask={{ closable: false }}>
      <div className={styles["key"]}>
        <code aria-label={t("system.keys.key")}>{value}</code>
        <Button onClick={() => void navigator.clipboard.writeText(value).then(() => message.success(t("acts.copied")))}>{t("acts.copy")}</Button>
      </div>
    </Modal>
  );
}
