import { administers, jurisdictionsPermissions } from "@anji/jurisdictions";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../../frame/use-frame.ts";
import type { Column } from "../../../../parts/RowTable.tsx";
import { StatusWord } from "../../../../parts/StatusWord.tsx";
import { useListText } from "../../../../parts/use-list-text.ts";
import type { Person } from "./person.ts";
import styles from "./System.module.css";
import type { AccountActs } from "./use-account-acts.ts";

type PersonActs = Omit<AccountActs, "refused"> & { onChangeRoles: (person: Person) => void };

/** Name, unit, roles, and the acts on the account. */
export function usePeopleColumns(acts: PersonActs): Column<Person>[] {
  const { t } = useTranslation();
  const list = useListText();
  return [
    { key: "name", title: t("system.people.name"), cell: (person) => <Named person={person} /> },
    { key: "username", title: t("system.people.username"), isSecondary: true, cell: (person) => person.username },
    { key: "unit", title: t("system.people.unit"), isSecondary: true, cell: (person) => person.unitName },
    { key: "department", title: t("system.people.department"), isSecondary: true, cell: (person) => person.department },
    {
      key: "roles",
      title: t("system.people.roles"),
      isSecondary: true,
      cell: (person) => list(person.roles.map((role) => t(`roles.${role}`))),
    },
    {
      key: "state",
      title: t("system.people.state"),
      isSecondary: true,
      cell: (person) => <AccountState person={person} />,
    },
    { key: "acts", title: "", align: "end", cell: (person) => <AccountActsOf person={person} {...acts} /> },
  ];
}

/** On a narrow screen everything else of the row is under the name. */
function Named({ person }: { person: Person }) {
  const { t } = useTranslation();
  const list = useListText();
  return (
    <>
      <strong>{person.name}</strong>
      <span className={styles["under"]}>
        <span>{person.username}</span>
        <span>{person.unitName}</span>
        <span>{list(person.roles.map((role) => t(`roles.${role}`)))}</span>
        <AccountState person={person} />
      </span>
    </>
  );
}

function AccountState({ person }: { person: Person }) {
  const { t } = useTranslation();
  const isDue = person.isActive && person.isPasswordTemporary;
  return (
    <StatusWord
      tone={isDue ? "soon" : person.isActive ? "good" : "muted"}
      shape={isDue ? "diamond" : person.isActive ? "check" : "dash"}
    >
      {t(isDue ? "system.people.passwordDue" : person.isActive ? "system.people.active" : "system.people.inactive")}
    </StatusWord>
  );
}

function AccountActsOf({ person, ...acts }: PersonActs & { person: Person }) {
  const { t } = useTranslation();
  const { me, may } = useFrame();
  if (!may(jurisdictionsPermissions.changeRoles)) return null;
  if (person.id === me.person.id) return <span className={styles["quiet"]}>{t("system.people.self")}</span>;
  if (!administers(me.person, person.unitCode))
    return <span className={styles["quiet"]}>{t("system.people.ownAgencyOnly")}</span>;
  if (!person.isActive)
    return (
      <Button size="small" onClick={() => acts.onReactivate(person)}>
        {t("system.people.reactivate")}
      </Button>
    );
  const more = [
    { key: "reset", label: t("system.people.resetPassword"), onClick: () => acts.onReset(person) },
    { key: "deactivate", label: t("system.people.deactivate"), danger: true, onClick: () => acts.onDeactivate(person) },
  ];
  return (
    <span className={styles["acts"]}>
      <Button size="small" onClick={() => acts.onChangeRoles(person)}>
        {t("system.people.changeRoles")}
      </Button>
      <Dropdown trigger={["click"]} menu={{ items: more }} placement="bottomRight">
        <Button size="small" aria-label={`${t("system.people.more")} ${person.name}`}>
          {t("system.people.more")}
        </Button>
      </Dropdown>
    </span>
  );
}
