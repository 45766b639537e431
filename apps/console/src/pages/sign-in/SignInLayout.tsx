import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
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
    </main>
  );
}
