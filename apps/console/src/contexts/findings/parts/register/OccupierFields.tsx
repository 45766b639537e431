import { findingsLimits, OCCUPIERS } from "@anji/findings";
import { LEVELS } from "@anji/kernel";
import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../../frame/use-frame.ts";
import { DayField, TextField } from "../../../../parts/TextField.tsx";
import styles from "../../pages/RegisterPage.module.css";

/** 占用人: who took the money, and of the original use who approved it and the day, where they are known. */
export function OccupierFields() {
  const { t } = useTranslation();
  const { me } = useFrame();
  const rules = [{ required: true, message: t("fields.required") }];
  return (
    <fieldset className={styles["section"]}>
      <legend>{t("registerForm.occupier.title")}</legend>
      <div className={styles["pair"]}>
        <Form.Item name="occupierCategory" label={t("registerForm.occupier.category")} rules={rules}>
          <Select
            placeholder={t("acts.choose")}
            options={OCCUPIERS.map((value) => ({ value, label: t(`registerForm.occupier.categories.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="occupierLevel" label={t("registerForm.occupier.level")} rules={rules}>
          <Select
            placeholder={t("acts.choose")}
            options={LEVELS.map((value) => ({ value, label: t(`levels.${value}`) }))}
          />
        </Form.Item>
      </div>
      <TextField
        name="occupierName"
        label={t("registerForm.occupier.name")}
        isRequired
        extra={t("registerForm.occupier.hint")}
        maxLength={findingsLimits.name}
      />
      <div className={styles["pair"]}>
        <TextField
          name="occupierApprover"
          label={t("registerForm.occupier.approver")}
          isRequired={false}
          maxLength={findingsLimits.name}
        />
        <DayField
          name="occupierUsedOn"
          label={t("registerForm.occupier.usedOn")}
          isRequired={false}
          max={me.clock.today}
        />
      </div>
    </fieldset>
  );
}
