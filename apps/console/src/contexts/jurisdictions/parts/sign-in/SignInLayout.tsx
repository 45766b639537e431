import { LOCALES } from "@anji/kernel";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { speak } from "../../../../locales/language.ts";
import styles from "./SignInLayout.module.css";

export function SignInLayout({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <main className={styles["page"]}>
      <section className={styles["card"]} aria-labelledby="sign-in-title">
        <p className={styles["brand"]}>
          <span className={styles["seal"]} aria-hidden="true">
            {t("frame.brandSeal")}
          </span>
          <span className={styles["words"]}>
            <strong>{t("frame.brand")}</strong>
            <span>{t("frame.product")}</span>
          </span>
        </p>
        <h1 id="sign-in-title">{title}</h1>
        {children}
      </section>
      {note === undefined ? null : <p className={styles["note"]}>{note}</p>}
      <Languages />
    </main>
  );
}

/** Before sign-in there is no menu for the language. */
function Languages() {
  const { t, i18n } = useTranslation();
  return (
    <p className={styles["languages"]}>
      {LOCALES.filter((language) => language !== i18n.language).map((language) => (
        <button key={language} type="button" lang={language} onClick={() => void speak(language)}>
          {t(`frame.languages.${language}`)}
        </button>
      ))}
    </p>
  );
}
