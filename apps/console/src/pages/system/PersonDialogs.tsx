import { isWithin, type Role, ROLES } from "@anji/kernel";
import { App, Checkbox, Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../frame/use-frame.ts";
import { ActDialog } from "../../parts/ActDialog.tsx";
import { PasswordField, TextField } from "../../parts/TextField.tsx";
import { trpc } from "../../rpc/trpc.ts";
import { useCommand } from "../../rpc/use-command.ts";
import type { Person } from "./person.ts";

const NAME_MAX = 60;
const USERNAME_MAX = 30;
const DEPARTMENT_MAX = 80;
/** Worker and reader are for service accounts, which have keys instead of passwords. */
const PERSON_ROLES = ROLES.filter((role) => role !== "worker" && role !== "reader");

type Values = { name: string; username: string; password: string; unitCode: string; department?: string; roles: Role[] };

export function AddPersonDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { units, scopeUnit } = useFrame();
  const add = useCommand(trpc.jurisdictions.people.add.mutationOptions());
  const own = units.filter((unit) => isWithin(unit.regionPath, scopeUnit.regionPath));
  async function send(values: Values): Promise<void> {
    const department = (values.department ?? "").trim();
    const done = await add.send({ ...values, department: department === "" ? null : department });
    if (done === null) return;
    void message.success(t("system.people.added"));
    onClose();
  }
  return (
    <ActDialog<Values>
      title={t("system.people.add")}
      initial={{ unitCode: scopeUnit.code, roles: [] }}
      submit={t("system.people.add")}
      isSending={add.isSending}
      refused={add.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <TextField name="name" label={t("system.people.name")} isRequired maxLength={NAME_MAX} />
      <TextField name="username" label={t("system.people.username")} isRequired maxLength={USERNAME_MAX} />
      <PasswordField name="password" label={t("system.people.password")} extra={t("system.people.passwordHint")} isRequired autoComplete="new-password" />
      <Form.Item name="unitCode" label={t("system.people.unit")} rules={[{ required: true, message: t("fields.required") }]}>
        <Select showSearch={{ optionFilterProp: "label" }} options={own.map((unit) => ({ value: unit.code, label: unit.fullName }))} />
      </Form.Item>
      <TextField name="department" label={t("system.people.department")} isRequired={false} maxLength={DEPARTMENT_MAX} />
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
      explain={t("frame.person.unitAndRole", { unit: person.unitName, role: person.name })}
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
    <Form.Item name="roles" label={t("system.people.roles")} rules={[{ required: true, message: t("fields.required") }]}>
      <Checkbox.Group options={PERSON_ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))} />
    </Form.Item>
  );
}
