import { administers, jurisdictionsPermissions, jurisdictionsLimits } from "@anji/jurisdictions";
import { isWithin, LEVELS } from "@anji/kernel";
import { App, Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Unit, useFrame } from "../../../../frame/use-frame.ts";
import { ActDialog } from "../../../../parts/ActDialog.tsx";
import { EmptyState } from "../../../../parts/EmptyState.tsx";
import { Panel } from "../../../../parts/Panel.tsx";
import { type Column, RowTable } from "../../../../parts/RowTable.tsx";
import { StatusWord } from "../../../../parts/StatusWord.tsx";
import { TextField } from "../../../../parts/TextField.tsx";
import { trpc } from "../../../../rpc/trpc.ts";
import { useCommand } from "../../../../rpc/use-command.ts";
import styles from "./System.module.css";

export function UnitsView() {
  const { t } = useTranslation();
  const { me, units, scopeUnit, may } = useFrame();
  const [text, setText] = useState("");
  const [open, setOpen] = useState<"custom" | "agency" | null>(null);
  const inScope = units.filter((unit) => isWithin(unit.regionPath, scopeUnit.regionPath));
  const shown = inScope.filter(
    (unit) => text.trim() === "" || unit.fullName.includes(text.trim()) || unit.code.startsWith(text.trim()),
  );
  const isOfRegion = inScope.some((unit) => unit.level !== "agency" && administers(me.person, unit.code));
  const columns: Column<Unit>[] = [
    {
      key: "name",
      title: t("system.units.name"),
      cell: (unit) => <span className={styles[unit.level]}>{unit.name}</span>,
    },
    { key: "code", title: t("system.units.code"), cell: (unit) => unit.code },
    { key: "level", title: t("system.units.level"), cell: (unit) => t(`levels.${unit.level}`) },
    { key: "kind", title: t("system.units.kind"), isSecondary: true, cell: (unit) => unit.kind },
    { key: "revision", title: t("system.units.revision"), isSecondary: true, cell: (unit) => unit.revision },
    {
      key: "custom",
      title: "",
      isSecondary: true,
      cell: (unit) =>
        unit.isCustom ? (
          <StatusWord tone="referred" shape="diamond">
            {t("system.units.custom")}
          </StatusWord>
        ) : null,
    },
  ];
  return (
    <Panel
      title={t("system.units.title")}
      note={t("system.units.count", { n: shown.length })}
      aside={
        <>
          <Input
            className={styles["search"] ?? ""}
            aria-label={t("system.units.search")}
            placeholder={t("system.units.search")}
            allowClear
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {isOfRegion && may(jurisdictionsPermissions.addCustomUnit) ? (
            <Button onClick={() => setOpen("custom")}>{t("system.units.addCustom")}</Button>
          ) : null}
          {isOfRegion && may(jurisdictionsPermissions.addAgency) ? (
            <Button onClick={() => setOpen("agency")}>{t("system.units.addAgency")}</Button>
          ) : null}
        </>
      }
    >
      {shown.length === 0 ? (
        <EmptyState what={t("system.units.empty")} />
      ) : (
        <RowTable caption={t("system.units.title")} columns={columns} rows={shown} rowKey={(unit) => unit.code} />
      )}
      {open === "custom" ? <AddCustomDialog onClose={() => setOpen(null)} /> : null}
      {open === "agency" ? <AddAgencyDialog onClose={() => setOpen(null)} /> : null}
    </Panel>
  );
}

function AddCustomDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const add = useCommand(trpc.jurisdictions.units.addCustom.mutationOptions());
  async function send(values: { parentCode: string; name: string; kind: string; reason: string }): Promise<void> {
    const unit = await add.send(values);
    if (unit === null) return;
    void message.success(t("system.units.done"));
    onClose();
  }
  return (
    <ActDialog<{ parentCode: string; name: string; kind: string; reason: string }>
      title={t("system.units.addCustom")}
      initial={{}}
      submit={t("system.units.addCustom")}
      isSending={add.isSending}
      refused={add.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <ParentField levels={["city"]} />
      <TextField name="name" label={t("system.units.name")} isRequired maxLength={jurisdictionsLimits.name} />
      <TextField name="kind" label={t("system.units.kind")} isRequired maxLength={jurisdictionsLimits.unitKind} />
      <TextField name="reason" label={t("system.units.reason")} isRequired maxLength={jurisdictionsLimits.reason} />
    </ActDialog>
  );
}

function AddAgencyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const add = useCommand(trpc.jurisdictions.units.addAgency.mutationOptions());
  async function send(values: { parentCode: string; name: string }): Promise<void> {
    const unit = await add.send(values);
    if (unit === null) return;
    void message.success(t("system.units.done"));
    onClose();
  }
  return (
    <ActDialog<{ parentCode: string; name: string }>
      title={t("system.units.addAgency")}
      initial={{}}
      submit={t("system.units.addAgency")}
      isSending={add.isSending}
      refused={add.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <ParentField levels={LEVELS} />
      <TextField name="name" label={t("system.units.name")} isRequired maxLength={jurisdictionsLimits.name} />
    </ActDialog>
  );
}

function ParentField({ levels }: { levels: readonly string[] }) {
  const { t } = useTranslation();
  const { me, units, scopeUnit } = useFrame();
  const parents = units.filter(
    (unit) =>
      levels.includes(unit.level) &&
      isWithin(unit.regionPath, scopeUnit.regionPath) &&
      administers(me.person, unit.code),
  );
  return (
    <Form.Item
      name="parentCode"
      label={t("system.units.parent")}
      rules={[{ required: true, message: t("fields.required") }]}
    >
      <Select
        showSearch={{ optionFilterProp: "label" }}
        placeholder={t("acts.choose")}
        options={parents.map((unit) => ({ value: unit.code, label: unit.fullName }))}
      />
    </Form.Item>
  );
}
