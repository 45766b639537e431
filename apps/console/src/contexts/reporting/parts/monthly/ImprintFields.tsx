import { reportingLimits } from "@anji/reporting";
import { Input } from "antd";
import { useTranslation } from "react-i18next";
import type { MonthlyReport } from "../report-figures.ts";
import styles from "../Report.module.css";

type ImprintKey = keyof MonthlyReport["imprint"];
type ImprintFieldsProps = {
  keys: readonly ImprintKey[];
  texts: Readonly<Record<ImprintKey, string>>;
  isOpen: boolean;
  onChange: (key: ImprintKey, text: string) => void;
};

/** The head and foot of the document. */
export function ImprintFields({ keys, texts, isOpen, onChange }: ImprintFieldsProps) {
  const { t } = useTranslation();
  const shown = keys.filter((key) => isOpen || texts[key] !== "");
  return (
    <fieldset
      className={styles["imprint"]}
      aria-label={t("reports.text.imprint")}
      style={{ border: 0, margin: 0, padding: 0 }}
    >
      {shown.map((key) => (
        <label key={key} className={styles["box"]}>
          <span>{t(`reports.text.imprints.${key}`)}</span>
          {isOpen ? (
            <Input
              value={texts[key]}
              maxLength={reportingLimits.name}
              autoComplete="off"
              onChange={(event) => onChange(key, event.target.value)}
            />
          ) : (
            <p>{texts[key]}</p>
          )}
        </label>
      ))}
    </fieldset>
  );
}
