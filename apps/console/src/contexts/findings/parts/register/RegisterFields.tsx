import { ORIGINS, whyNotOrigin, findingsLimits } from "@anji/findings";
import { isWithin, LEVELS } from "@anji/kernel";
import { Form, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../../frame/use-frame.ts";
import { DayField, LongTextField, TextField } from "../../../../parts/TextField.tsx";
import { AmountField } from "../fields/AmountField.tsx";
import { OccurrenceField } from "../fields/OccurrenceField.tsx";
import { KindField } from "./KindField.tsx";
import { MoreLines } from "./MoreLines.tsx";
import styles from "../../pages/RegisterPage.module.css";
import { OccupierFields } from "./OccupierFields.tsx";
import { needsOccupier, type RegisterValues } from "./register-values.ts";

export function RegisterFields({ values }: { values: Partial<RegisterValues> }) {
  const { t } = useTranslation();
  const { campaign, me, units } = useFrame();
  const own = units.filter((unit) => isWithin(unit.regionPath, me.person.path));
  const origins = ORIGINS.filter((origin) => whyNotOrigin(origin, me.person) === null);
  return (
    <div className={styles["sections"]}>
      <Section title={t("registerForm.sections.what")}>
        <div className={styles["pair"]}>
          <ChoiceField
            name="unitCode"
            label={t("registerForm.unit")}
            options={own.map((unit) => ({ value: unit.code, label: unit.fullName }))}
          />
          <ChoiceField
            name="fundLine"
            label={t("registerForm.fundLine")}
            options={campaign.plan.fundLines.map((line) => ({ value: line.code, label: line.name }))}
          />
        </div>
        <KindField name={["kind"]} fundPath={["fundLine"]} fundLine={values.fundLine} />
        <TextField
          name="summary"
          label={t("registerForm.summary")}
          isRequired
          maxLength={findingsLimits.summary}
          placeholder={t("registerForm.summaryHint")}
        />
        <LongTextField
          name="description"
          label={t("registerForm.description")}
          isRequired={false}
          maxLength={findingsLimits.text}
          rows={3}
        />
      </Section>
      <Section title={t("registerForm.sections.when")}>
        <div className={styles["pair"]}>
          <OccurrenceField />
          <DayField name="discoveredOn" label={t("registerForm.discoveredOn")} isRequired max={me.clock.today} />
        </div>
        <ChoiceField
          name="origin"
          label={t("registerForm.origin")}
          options={origins.map((value) => ({ value, label: t(`findings.origins.${value}`) }))}
        />
      </Section>
      <Section title={t("registerForm.sections.who")}>
        <AmountField
          name="foundFen"
          label={t("registerForm.amount")}
          hint={t("registerForm.amountHint")}
          typed={values.foundFen}
        />
        <MoreLines values={values} />
        <div className={styles["pair"]}>
          <TextField
            name="responsibleUnit"
            label={t("registerForm.responsibleUnit")}
            isRequired
            maxLength={findingsLimits.name}
          />
          <ChoiceField
            name="responsibleLevel"
            label={t("registerForm.responsibleLevel")}
            options={LEVELS.filter((level) => LEVELS.indexOf(level) >= LEVELS.indexOf(me.person.level)).map(
              (value) => ({ value, label: t(`levels.${value}`) }),
            )}
          />
        </div>
        <TextField
          name="responsiblePerson"
          label={t("registerForm.responsiblePerson")}
          isRequired={false}
          maxLength={findingsLimits.name}
        />
      </Section>
      {needsOccupier(campaign.plan, values) ? <OccupierFields /> : null}
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={styles["section"]}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

function ChoiceField({
  name,
  label,
  options,
}: {
  name: keyof RegisterValues;
  label: string;
  options: { value: string; label: string }[];
}) {
  const { t } = useTranslation();
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t("fields.required") }]}>
      <Select
        showSearch={{ optionFilterProp: "label" }}
        virtual={false}
        placeholder={t("acts.choose")}
        options={options}
      />
    </Form.Item>
  );
}
