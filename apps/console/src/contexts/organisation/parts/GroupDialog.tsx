import {
  departmentName,
  departmentsOf,
  GROUP_POSITIONS,
  type GroupPosition,
  organisationLimits,
} from "@anji/organisation";
import { App, Button, Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../frame/use-frame.ts";
import { ActDialog } from "../../../parts/ActDialog.tsx";
import { DayField, TextField } from "../../../parts/TextField.tsx";
import { trpc, type Outputs } from "../../../rpc/trpc.ts";
import { useCommand } from "../../../rpc/use-command.ts";
import styles from "./GroupDialog.module.css";

const WIDTH = 720;

type Group = Outputs["organisation"]["leadingGroups"]["list"]["items"][number];
type Member = { position: GroupPosition; name: string; body: string; department?: string | null };
type Departments = { leadDepartment?: string | null; officeDepartment?: string | null };
type Values = Departments & { establishedOn: string; documentNo: string; members: Member[] };
type Change = Departments & { changedOn: string; members: Member[] };

/** The rows to fill: head, deputy, and one for every department the plan asks of this level. */
function firstMembers(departments: readonly { code: string }[]): Member[] {
  return [
    { position: "head", name: "", body: "" },
    { position: "deputy", name: "", body: "" },
    ...departments.map(({ code }): Member => ({ position: "member", name: "", body: "", department: code })),
  ];
}

function sent({ members, leadDepartment, officeDepartment }: Departments & { members: readonly Member[] }) {
  return {
    members: members.map(({ position, name, body, department }) => ({
      position,
      name,
      body,
      department: department ?? null,
    })),
    leadDepartment: leadDepartment ?? null,
    officeDepartment: officeDepartment ?? null,
  };
}

export function EstablishGroupDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { campaign, me } = useFrame();
  const foundedFrom = campaign.plan.organisation.foundedFrom.on;
  const establish = useCommand(trpc.organisation.leadingGroups.establish.mutationOptions());
  async function send(values: Values): Promise<void> {
    const done = await establish.send({
      ...sent(values),
      establishedOn: values.establishedOn,
      documentNo: values.documentNo,
      campaignId: campaign.id,
      unitCode: me.person.unitCode,
    });
    if (done === null) return;
    void message.success(t("groups.saved"));
    onClose();
  }
  return (
    <ActDialog<Values>
      title={t("groups.establish")}
      width={WIDTH}
      initial={{ members: firstMembers(departmentsOf(campaign.plan, me.person.level)) }}
      submit={t("acts.save")}
      isSending={establish.isSending}
      refused={establish.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <div className={styles["pair"]}>
        <DayField
          name="establishedOn"
          label={t("groups.establishedOn")}
          isRequired
          min={foundedFrom}
          max={me.clock.today}
        />
        <TextField
          name="documentNo"
          label={t("fields.documentNo")}
          isRequired
          maxLength={organisationLimits.documentNo}
        />
      </div>
      <OfficeFields />
      <MemberRows />
    </ActDialog>
  );
}

export function ChangeGroupDialog({ group, onClose }: { group: Group; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { me } = useFrame();
  const change = useCommand(trpc.organisation.leadingGroups.changeMembers.mutationOptions());
  async function send(values: Change): Promise<void> {
    const done = await change.send({
      ...sent(values),
      changedOn: values.changedOn,
      id: group.id,
      version: group.version,
    });
    if (done === null) return;
    void message.success(t("groups.changed"));
    onClose();
  }
  return (
    <ActDialog<Change>
      title={t("groups.change")}
      width={WIDTH}
      initial={{
        changedOn: me.clock.today,
        members: group.members,
        leadDepartment: group.leadDepartment,
        officeDepartment: group.officeDepartment,
      }}
      submit={t("acts.save")}
      isSending={change.isSending}
      refused={change.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <DayField
        name="changedOn"
        label={t("groups.changedOn")}
        isRequired
        min={group.establishedOn}
        max={me.clock.today}
      />
      <OfficeFields />
      <MemberRows />
    </ActDialog>
  );
}

function useDepartments(): { value: string; label: string }[] {
  const { campaign, me } = useFrame();
  return campaign.plan.organisation.leadingGroup.memberDepartments.map((one) => ({
    value: one.code,
    label: departmentName(one, me.person.level),
  }));
}

/** 牵头部门, and the department where the office sits. */
function OfficeFields() {
  const { t } = useTranslation();
  const departments = useDepartments();
  return (
    <div className={styles["pair"]}>
      {(["leadDepartment", "officeDepartment"] as const).map((name) => (
        <Form.Item key={name} name={name} label={t(`groups.${name}`)}>
          <Select allowClear options={departments} placeholder={t("acts.choose")} />
        </Form.Item>
      ))}
    </div>
  );
}

function MemberRows() {
  const { t } = useTranslation();
  const departments = useDepartments();
  const positions = GROUP_POSITIONS.map((value) => ({ value, label: t(`groups.positions.${value}`) }));
  return (
    <fieldset className={styles["members"]}>
      <legend>{t("groups.members")}</legend>
      <Form.List name="members">
        {(rows, { add, remove }) => (
          <>
            {rows.map((row) => (
              <div key={row.key} className={styles["member"]}>
                <Form.Item name={[row.name, "position"]} label={t("groups.position")}>
                  <Select options={positions} />
                </Form.Item>
                <TextField
                  name={[row.name, "name"]}
                  label={t("groups.name")}
                  isRequired
                  maxLength={organisationLimits.name}
                />
                <TextField
                  name={[row.name, "body"]}
                  label={t("groups.body")}
                  isRequired
                  maxLength={organisationLimits.body}
                />
                <Form.Item name={[row.name, "department"]} label={t("groups.department")}>
                  <Select allowClear options={departments} placeholder={t("groups.noDepartment")} />
                </Form.Item>
                <Button className={styles["remove"] ?? ""} onClick={() => remove(row.name)}>
                  {t("acts.remove")}
                </Button>
              </div>
            ))}
            <Button onClick={() => add({ position: "member", name: "", body: "" })}>{t("groups.addMember")}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
