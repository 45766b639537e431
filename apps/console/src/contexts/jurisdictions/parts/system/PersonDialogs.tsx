import { administers, jurisdictionsLimits } from "@anji/jurisdictions";
import { isWithin, type Role, ROLES } from "@anji/kernel";
import { App, Checkbox, Form, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../../frame/use-frame.ts";
import { ActDialog } from "../../../../parts/ActDialog.tsx";
import { TextField } from "../../../../parts/TextField.tsx";
import { trpc } from "../../../../rpc/trpc.ts";
import { useCommand } from "../../../../rpc/use-command.ts";
import { oneTimePassword } from "./one-time-password.ts";
import type { Person, ToldOnce } from "./person.ts";

/** Worker and observer are for service accounts, which have keys instead of passwords. */
const PERSON_ROLES = ROLES.filter((role) => role !== "worker" && role !== "observer");

type Values = { name: string; username: string; unitCode: string; department?: string; roles: Role[] };

export function AddPersonDialog({ onAdded, onClose }: { onAdded: (told: ToldOnce) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const { me, units, scopeUnit } = useFrame();
  // One id for the whole dialog: sent again after a lost answer, the command is the same.
  const [password] = useState(oneTimePassword);
  const add = useCommand(trpc.jurisdictions.people.add.mutationOptions());
  const own = units.filter(
    (unit) => isWithin(unit.regionPath, scopeUnit.regionPath) && administers(me.person, unit.code),
  );
  const home = own.find((unit) => unit.code === scopeUnit.code) ?? own[0];
  async function send(values: Values): Promise<void> {
    const department = (values.department ?? "").trim();
    const done = await add.send({
      ...values,
      department: department === "" ? null : department,
      password,
      isPasswordTemporary: true,
    });
    if (done === null) return;
    onClose();
    onAdded({ name: done.name, username: done.username, password });
  }
  return (
    <ActDialog<Values>
      title={t("system.people.add")}
      explain={t("system.people.addNote")}
      initial={{ roles: [], ...(home === undefined ? {} : { unitCode: home.code }) }}
      submit={t("system.people.add")}
      isSending={add.isSending}
      refused={add.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <TextField name="name" label={t("system.people.name")} isRequired maxLength={jurisdictionsLimits.name} />
      <TextField
        name="username"
        label={t("system.people.username")}
        isRequired
        maxLength={jurisdictionsLimits.username}
      />
      <Form.Item
        name="unitCode"
        label={t("system.people.unit")}
        rules={[{ required: true, message: t("fields.required") }]}
      >
        <Select
          showSearch={{ optionFilterProp: "label" }}
          options={own.map((unit) => ({ value: unit.code, label: unit.fullName }))}
        />
      </Form.Item>
      <TextField
        name="department"
        label={t("system.people.department")}
        isRequired={false}
        maxLength={jurisdictionsLimits.department}
      />
      <RolesField />
    </ActDialog>
  );
}

export function ChangeRolesDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const change = useCommand(trpc.jurisdictions.people.changeRoles.mutationOptions());
  async function send(values: { roles: Role[] }): Promise<void> {
    const done = await change.send({ id: person.id, version: person.version, roles: values.roles });
    if (done === null) return;
    void message.success(t("system.people.changed"));
    onClose();
  }
  return (
    <ActDialog<{ roles: Role[] }>
      title={t("system.people.changeRoles")}
      explain={`${person.name} · ${person.unitName}`}
      initial={{ roles: person.roles }}
      submit={t("system.people.changeRoles")}
      isSending={change.isSending}
      refused={change.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <RolesField />
    </ActDialog>
  );
}

function RolesField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="roles"
      label={t("system.people.roles")}
      rules={[{ required: true, message: t("fields.required") }]}
    >
      <RoleBoxes />
    </Form.Item>
  );
}

/** A group takes no `aria-required`, which the form's item gives to its content. Only these are passed on. */
function RoleBoxes({ value, onChange }: { value?: Role[]; onChange?: (roles: Role[]) => void }) {
  const { t } = useTranslation();
  const options = PERSON_ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }));
  return <Checkbox.Group<Role> options={options} value={value ?? []} onChange={(roles) => onChange?.(roles)} />;
}
