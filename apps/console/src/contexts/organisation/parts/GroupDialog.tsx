import { GROUP_POSITIONS, type GroupPosition, organisationLimits } from "@anji/organisation";
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
type Member = { position: GroupPosition; name: string; body: string };
type Values = { establishedOn: string; documentNo: string; members: Member[] };
const FIRST_MEMBERS: Member[] = [
  { position: "head", name: "", body: "" },
  { position: "deputy", name: "", body: "" },
  { position: "member", name: "", body: "" },
];

export function EstablishGroupDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { campaign, me } = useFrame();
  const establish = useCommand(trpc.organisation.leadingGroups.establish.mutationOptions());
  async function send(values: Values): Promise<void> {
    const done = await establish.send({ ...values, campaignId: campaign.id, unitCode: me.person.unitCode });
    if (done === null) return;
    void message.success(t("groups.saved"));
    onClose();
  }
  return (
    <ActDialog<Values>
      title={t("groups.establish")}
      width={WIDTH}
      initial={{ members: FIRST_MEMBERS }}
      submit={t("acts.save")}
      isSending={establish.isSending}
      refused={establish.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <div className={styles["pair"]}>
        <DayField name="establishedOn" label={t("groups.establishedOn")} isRequired max={me.clock.today} />
        <TextField
          name="documentNo"
          label={t("fields.documentNo")}
          isRequired
          maxLength={organisationLimits.documentNo}
        />
      </div>
      <MemberRows />
    </ActDialog>
  );
}

export function ChangeGroupDialog({ group, onClose }: { group: Group; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const change = useCommand(trpc.organisation.leadingGroups.changeMembers.mutationOptions());
  async function send(values: Pick<Values, "members">): Promise<void> {
    const done = await change.send({ id: group.id, version: group.version, members: values.members });
    if (done === null) return;
    void message.success(t("groups.changed"));
    onClose();
  }
  return (
    <ActDialog<Pick<Values, "members">>
      title={t("groups.change")}
      width={WIDTH}
      initial={{ members: group.members }}
      submit={t("acts.save")}
      isSending={change.isSending}
      refused={change.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <MemberRows />
    </ActDialog>
  );
}

function MemberRows() {
  const { t } = useTranslation();
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
