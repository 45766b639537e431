import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useScopeFacts } from "../../../frame/use-scope-facts.ts";
import { ActForm } from "../../../parts/ActForm.tsx";
import { PageTitle } from "../../../parts/PageTitle.tsx";
import { Panel } from "../../../parts/Panel.tsx";
import { useListText } from "../../../parts/use-list-text.ts";
import { RegisterFields } from "../parts/register/RegisterFields.tsx";
import styles from "./RegisterPage.module.css";
import { missingFields, type RegisterValues } from "../parts/register/register-values.ts";
import { useRegisterForm } from "../parts/register/use-register-form.ts";

/** 登记问题: nine required fields, kept as a draft on every keystroke. */
export function RegisterPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const facts = useScopeFacts();
  const register = useRegisterForm();
  return (
    <>
      <PageTitle title={t("registerForm.title")} facts={facts} />
      <Panel
        title={t("registerForm.contents")}
        note={t("registerForm.note")}
        isPadded
        aside={register.isRestored ? <DraftNotice onDiscard={register.discard} /> : undefined}
      >
        <div className={styles["form"]}>
          <ActForm
            form={register.form}
            initial={register.initial}
            submit={t("registerForm.submit")}
            isSending={register.isSending}
            refused={register.refused}
            onSubmit={(entered) => void register.submit(entered)}
            onChange={register.change}
            onCancel={() => void navigate({ to: "/findings" })}
            foot={<MissingWords values={register.values} />}
          >
            <RegisterFields values={register.values} />
          </ActForm>
        </div>
      </Panel>
    </>
  );
}

function DraftNotice({ onDiscard }: { onDiscard: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <span>{t("registerForm.draftKept")}</span>
      <Button size="small" onClick={onDiscard}>
        {t("registerForm.discard")}
      </Button>
    </>
  );
}

function MissingWords({ values }: { values: Partial<RegisterValues> }) {
  const { t } = useTranslation();
  const list = useListText();
  const missing = missingFields(values);
  if (missing.length === 0) return <span className={styles["keys"]}>{t("registerForm.submitKeys")}</span>;
  return t("registerForm.missing", { n: missing.length, names: list(missing.map((field) => t(FIELD_NAMES[field]))) });
}

const FIELD_NAMES = {
  unitCode: "registerForm.unit",
  origin: "registerForm.origin",
  fundLine: "registerForm.fundLine",
  kind: "registerForm.kind",
  occurrence: "registerForm.occurredText",
  discoveredOn: "registerForm.discoveredOn",
  summary: "registerForm.summary",
  foundFen: "registerForm.amount",
  responsibleUnit: "registerForm.responsibleUnit",
} as const;
