import { useTranslation } from "react-i18next";
import styles from "./Figures.module.css";

/** A figure of a report: cannot be typed, opens the rows that add up to it. */
export function FigureButton({ name, value, onOpen }: { name: string; value: string; onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={styles["figure"]}
      aria-label={t("reports.figures.open", { name, value })}
      onClick={onOpen}
    >
      {value}
    </button>
  );
}
