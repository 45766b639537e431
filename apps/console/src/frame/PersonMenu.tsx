import { LOCALES } from "@anji/kernel";
import { useNavigate } from "@tanstack/react-router";
import { Dropdown, type MenuProps } from "antd";
import { useTranslation } from "react-i18next";
import { speak } from "../locales/language.ts";
import { APPEARANCE_CHOICES, chooseAppearance, useAppearance } from "../theme/appearance.ts";
import { useEntries } from "./Navigation.tsx";
import styles from "./PersonMenu.module.css";
import { useFrame } from "./use-frame.ts";
import { useSignOut } from "./use-sign-out.ts";

export function PersonMenu() {
  const { t, i18n } = useTranslation();
  const { me } = useFrame();
  const { choice } = useAppearance();
  const navigate = useNavigate();
  const { isLeaving, leave } = useSignOut();
  const entries = useEntries().filter((entry) => entry.isInMenu);
  const role = me.person.roles.map((one) => t(`roles.${one}`)).join(" ");

  const items: MenuProps["items"] = [
    ...entries.map(({ to, label }) => ({ key: `to ${to}`, label: t(label), onClick: () => void navigate({ to }) })),
    {
      key: "language",
      type: "group",
      label: t("frame.person.language"),
      children: LOCALES.map((language) => ({
        key: language,
        label: t(`frame.languages.${language}`),
        "aria-current": i18n.language === language,
        onClick: () => void speak(language),
      })),
    },
    {
      key: "appearance",
      type: "group",
      label: t("frame.person.appearance"),
      children: APPEARANCE_CHOICES.map((one) => ({
        key: one,
        label: t(`frame.appearance.${one}`),
        onClick: () => chooseAppearance(one),
      })),
    },
    { type: "divider" },
    {
      key: "password",
      label: t("frame.person.password"),
      onClick: () => void navigate({ to: "/password", search: { to: location.pathname + location.search } }),
    },
    {
      key: "signOut",
      label: isLeaving ? t("frame.person.signingOut") : t("frame.person.signOut"),
      onClick: () => void leave(),
    },
  ];
  return (
    <Dropdown trigger={["click"]} menu={{ items, selectedKeys: [i18n.language, choice] }} placement="bottomRight">
      <button type="button" className={styles["person"]} aria-haspopup="menu">
        <span className={styles["face"]} aria-hidden="true">
          {me.person.name.slice(0, 1)}
        </span>
        <span className={styles["words"]}>
          <strong>{me.person.name}</strong>
          <span className={styles["unit"]}>{t("frame.person.unitAndRole", { unit: me.person.unitName, role })}</span>
        </span>
        <span className="visually-hidden">{t("frame.person.menu")}</span>
      </button>
    </Dropdown>
  );
}
