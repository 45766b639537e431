import { jurisdictionsPermissions } from "@anji/jurisdictions";
import { Button, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../frame/use-frame.ts";
import type { Column } from "../../parts/RowTable.tsx";
import { StatusWord } from "../../parts/StatusWord.tsx";
import { useListText } from "../../parts/use-list-text.ts";
import type { Person } from "./person.ts";

type PersonActs = { onChangeRoles: (person: Person) => void; onDeactivate: (person: Person) => Promise<void> };

/** Who they are, where they sit, what they may do, and the acts on their account. */
export function usePeopleColumns(acts: PersonActs): Column<Person>[] {
  const { t } = useTranslation();
  const list = useListText();
  return [
    { key: "name", title: t("system.people.name"), cell: (person) => <strong>{person.name}</strong> },
    { key: "username", title: t("system.people.username"), cell: (person) => person.username },
    { key: "unit", title: t("system.people.unit"), cell: (person) => person.unitName },
    { key: "department", title: t("system.people.department"), isSecondary: true, cell: (person) => person.department },
    { key: "roles", title: t("system.people.roles"), cell: (person) => list(person.roles.map((role) => t(`roles.${role}`))) },
    { key: "state", title: t("system.people.state"), isSecondary: true, cell: (person) => <AccountState person={person} /> },
    { key: "acts", title: "", cell: (person) => <AccountActs person={person} {...acts} /> },
  ];
}

function AccountState({ person }: { person: Person }) {
  const { t } = useTranslation();
  return (
    <StatusWord tone={person.isActive ? "good" : "muted"} shape={person.isActive ? "check" : "dash"}>
      {person.isActive ? t("system.people.active") : t("system.people.inactive")}
    </StatusWord>
  );
}

function AccountActs({ person, onChangeRoles, onDeactivate }: PersonActs & { person: Person }) {
  const { t } = useTranslation();
  const { me, may } = useFrame();
  if (!person.isActive || person.id === me.person.id || !may(jurisdictionsPermissions.changeRoles)) return null;
  return (
    <>
      {person.isService ? null : (
        <Button size="small" onClick={() => onChangeRoles(person)}>
          {t("system.people.changeRoles")}
        </Button>
      )}{" "}
      <Popconfirm
        title={t("system.people.deactivateConfirm", { name: person.name })}
        okText={t("system.people.deactivate")}
        cancelText={t("acts.cancel")}
        onConfirm={() => onDeactivate(person)}
      >
        <Button size="small" danger>
          {t("system.people.deactivate")}
        </Button>
      </Popconfirm>
    </>
  );
}
