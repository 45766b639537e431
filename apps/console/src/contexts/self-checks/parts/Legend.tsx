import { useTranslation } from "react-i18next";
import styles from "./SelfChecks.module.css";

const LOOKS = ["found", "nothing", "unanswered", "notApplicable"] as const;

/** What the four looks of a cell mean. */
export function Legend() {
  const { t } = useTranslation();
  return (
    <ul className={styles["legend"]}>
      {LOOKS.map((look) => (
        <li key={look}>
          <span className={`${styles["cell"]} ${styles[look]}`} aria-hidden="true">
            {t(`selfChecks.samples.${look}`)}
          </span>
          {t(`selfChecks.answers.${look}`)}
        </li>
      ))}
    </ul>
  );
}
