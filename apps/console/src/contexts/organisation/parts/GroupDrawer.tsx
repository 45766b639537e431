import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { dayText } from "../../../formats/days.ts";
import { useFrame } from "../../../frame/use-frame.ts";
import type { Outputs } from "../../../rpc/trpc.ts";
import styles from "./Drawer.module.css";

const WIDTH = 520;
type Group = Outputs["organisation"]["leadingGroups"]["list"]["items"][number];

/** 领导小组: all members with position, body and post. */
export function GroupDrawer({ group, onClose }: { group: Group; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const departments = useFrame().campaign.plan.organisation.leadingGroup.memberDepartments;
  return (
    <Drawer open size={WIDTH} title={t("groups.of", { unit: group.unitName })} onClose={onClose}>
      <dl className={styles["facts"]}>
        <div>
          <dt>{t("groups.establishedOn")}</dt>
          <dd>{dayText(group.establishedOn, i18n.language)}</dd>
        </div>
        <div>
          <dt>{t("fields.documentNo")}</dt>
          <dd>{group.documentNo}</dd>
        </div>
        {(["leadDepartment", "officeDepartment"] as const).map((key) =>
          group[key] === null ? null : (
            <div key={key}>
              <dt>{t(`groups.${key}`)}</dt>
              <dd>{departments.find((one) => one.code === group[key])?.name ?? group[key]}</dd>
            </div>
          ),
        )}
      </dl>
      <ul>
        {group.members.map((member) => (
          <li key={`${member.position} ${member.name} ${member.body}`} className={styles["member"]}>
            <span className={styles["position"]}>{t(`groups.positions.${member.position}`)}</span>
            <strong>{member.name}</strong>
            <span>{member.body}</span>
            <span>{t("groups.since", { day: dayText(member.since, i18n.language) })}</span>
          </li>
        ))}
      </ul>
      {group.former.length === 0 ? null : <h3>{t("groups.former")}</h3>}
      <ul>
        {group.former.map((member) => (
          <li key={`${member.name} ${member.body} ${member.since} ${member.until}`} className={styles["member"]}>
            <span className={styles["position"]}>{t(`groups.positions.${member.position}`)}</span>
            <strong>{member.name}</strong>
            <span>{member.body}</span>
            <span>
              {t("groups.formerSpan", {
                since: dayText(member.since, i18n.language),
                until: dayText(member.until, i18n.language),
              })}
            </span>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
