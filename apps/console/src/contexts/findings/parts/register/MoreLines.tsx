import { findingsLimits } from "@anji/findings";
import { Button, Form } from "antd";
import { useTranslation } from "react-i18next";
import { LineFields } from "./LineFields.tsx";
import { LinesSum } from "./LinesSum.tsx";
import styles from "./LineFields.module.css";
import type { RegisterValues } from "./register-values.ts";

/** A finding of several funds or kinds: each further line with its own amount, and the sum of all. */
export function MoreLines({ values }: { values: Partial<RegisterValues> }) {
  const { t } = useTranslation();
  const lines = values.lines ?? [];
  return (
    <Form.List name="lines">
      {(fields, { add, remove }) => (
        <div className={styles["lines"]}>
          {fields.map((field, at) => (
            <LineFields
              key={field.key}
              lineNo={at + 2}
              at={field.name}
              name={[field.name]}
              line={lines[field.name]}
              act={
                <Button
                  size="small"
                  aria-label={t("registerForm.removeLine", { n: at + 2 })}
                  onClick={() => remove(field.name)}
                >
                  {t("registerForm.remove")}
                </Button>
              }
            />
          ))}
          {fields.length === 0 ? null : <LinesSum lines={[values, ...lines]} />}
          {fields.length + 1 >= findingsLimits.lines ? null : (
            <div className={styles["add"]}>
              <Button type="dashed" onClick={() => add({})}>
                {t("registerForm.addLine")}
              </Button>
              {fields.length === 0 ? <span>{t("registerForm.addLineHint")}</span> : null}
            </div>
          )}
        </div>
      )}
    </Form.List>
  );
}
