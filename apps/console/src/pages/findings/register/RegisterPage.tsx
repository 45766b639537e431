import { useNavigate } from "@tanstack/react-router";
import { App, Button, Form } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../frame/use-frame.ts";
import { useScopeFacts } from "../../../frame/use-scope-facts.ts";
import { ActForm } from "../../../parts/ActForm.tsx";
import { PageTitle } from "../../../parts/PageTitle.tsx";
import { Panel } from "../../../parts/Panel.tsx";
import { useListText } from "../../../parts/use-list-text.ts";
import { trpc } from "../../../rpc/trpc.ts";
import { useCommand } from "../../../rpc/use-command.ts";
import { dropDraft, keepDraft, readDraft } from "./register-draft.ts";
import { RegisterFields } from "./RegisterFields.tsx";
import styles from "./RegisterPage.module.css";
import { inputOf, missingFields, REQUIRED_FIELDS, type RegisterValues } from "./register-values.ts";

/** 登记问题: nine required fields, kept as a draft on every keystroke. */
export function RegisterPage() {
  const { t } = useTranslation();
  const list = useListText();
  const { message } = App.useApp();
  const { campaign, me, units, scopeUnit } = useFrame();
  const navigate = useNavigate();
  const facts = useScopeFacts();
  const [form] = Form.useForm<RegisterValues>();
  const register = useCommand(trpc.findings.register.mutationOptions());
  const draft = useMemo(() => readDraft(me.person.id, campaign.id), [me.person.id, campaign.id]);
  const [isRestored, setRestored] = useState(draft !== null);
  const empty: Partial<RegisterValues> = {
    unitCode: scopeUnit.code,
    origin: "selfCheck",
    discoveredOn: me.clock.today,
    description: "",
    responsibleUnit: "",
    responsiblePerson: "",
    responsibleLevel: scopeUnit.level === "agency" ? me.person.level : scopeUnit.level,
  };
  const [values, setValues] = useState<Partial<RegisterValues>>({ ...empty, ...draft });
  const missing = missingFields(values);

  function change(next: Partial<RegisterValues>): void {
    const unit = units.find((one) => one.code === next.unitCode);
    if (next.unitCode !== values.unitCode && unit !== undefined && unit.level !== "agency") {
      form.setFieldValue("responsibleLevel", unit.level);
      next.responsibleLevel = unit.level;
    }
    if (next.fundLine !== values.fundLine && (next.kind ?? "") !== "") void form.validateFields(["kind"]).catch(() => null);
    setValues(next);
    keepDraft(me.person.id, campaign.id, next);
  }

  function discard(): void {
    dropDraft(me.person.id, campaign.id);
    form.setFields(FIELDS.map((name) => ({ name, value: empty[name], errors: [] })));
    setValues(empty);
    setRestored(false);
    register.forget();
  }

  async function submit(entered: RegisterValues): Promise<void> {
    const input = inputOf({ ...entered, description: entered.description ?? "", responsiblePerson: entered.responsiblePerson ?? "" }, campaign.id);
    if (input === null) return;
    const row = await register.send(input);
    if (row === null) return;
    dropDraft(me.person.id, campaign.id);
    void message.success(t("registerForm.done", { number: row.number }));
    await navigate({ to: "/findings/$findingId", params: { findingId: row.id } });
  }

  return (
    <>
      <PageTitle title={t("registerForm.title")} facts={facts} />
      <Panel
        title={t("registerForm.contents")}
        note={t("registerForm.note")}
        isPadded
        aside={
          isRestored ? (
            <>
              <span>{t("registerForm.draftKept")}</span>
              <Button size="small" onClick={discard}>
                {t("registerForm.discard")}
              </Button>
            </>
          ) : undefined
        }
      >
        <div className={styles["form"]}>
          <ActForm
            form={form}
            initial={{ ...empty, ...draft }}
            submit={t("registerForm.submit")}
            isSending={register.isSending}
            refused={register.refused}
            onSubmit={(entered) => void submit(entered)}
            onChange={change}
            onCancel={() => void navigate({ to: "/findings" })}
            foot={
              missing.length === 0
                ? t("registerForm.submitKeys")
                : t("registerForm.missing", { n: missing.length, names: list(missing.map((field) => t(FIELD_NAMES[field]))) })
            }
          >
            <RegisterFields values={values} />
          </ActForm>
        </div>
      </Panel>
    </>
  );
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

const FIELDS = [...REQUIRED_FIELDS, "description", "responsibleLevel", "responsiblePerson"] as const satisfies readonly (keyof RegisterValues)[];
