import { App, Form } from "antd";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../../frame/use-frame.ts";
import { trpc } from "../../../../rpc/trpc.ts";
import { useCommand } from "../../../../rpc/use-command.ts";
import { dropDraft, keepDraft, readDraft } from "./register-draft.ts";
import { formPathOf, inputOf, REQUIRED_FIELDS, type RegisterValues } from "./register-values.ts";

/** The form, kept as a draft on every keystroke, with its submit and discard. */
export function useRegisterForm() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { campaign, me, units } = useFrame();
  const navigate = useNavigate();
  const [form] = Form.useForm<RegisterValues>();
  const register = useCommand(trpc.findings.register.mutationOptions());
  const draft = useMemo(() => readDraft(me.person.id, campaign.id), [me.person.id, campaign.id]);
  const [isRestored, setRestored] = useState(draft !== null);
  const empty = useEmptyValues();
  const [values, setValues] = useState<Partial<RegisterValues>>({ ...empty, ...draft });

  function change(next: Partial<RegisterValues>): void {
    const unit = units.find((one) => one.code === next.unitCode);
    if (next.unitCode !== values.unitCode && unit !== undefined && unit.level !== "agency") {
      form.setFieldValue("responsibleLevel", unit.level);
      next.responsibleLevel = unit.level;
    }
    if (next.fundLine !== values.fundLine && (next.kind ?? "") !== "")
      void form.validateFields(["kind"]).catch(() => null);
    setValues(next);
    keepDraft(me.person.id, campaign.id, next);
  }

  function discard(): void {
    dropDraft(me.person.id, campaign.id);
    form.setFields(FIELDS.map((name) => ({ name, value: empty[name], errors: [] })));
    form.setFieldValue("lines", []);
    setValues(empty);
    setRestored(false);
    register.forget();
  }

  async function submit(entered: RegisterValues): Promise<void> {
    const input = inputOf(
      { ...entered, description: entered.description ?? "", responsiblePerson: entered.responsiblePerson ?? "" },
      campaign.id,
    );
    if (input === null) return;
    const row = await register.send(input);
    if (row === null) return;
    dropDraft(me.person.id, campaign.id);
    void message.success(t("registerForm.done", { number: row.number }));
    await navigate({ to: "/findings/$findingId", params: { findingId: row.id } });
  }

  const { refused } = register;
  return {
    form,
    initial: { ...empty, ...draft },
    values,
    isRestored,
    isSending: register.isSending,
    refused:
      refused === null
        ? null
        : { ...refused, fields: refused.fields.map((field) => ({ ...field, path: formPathOf(field.path) })) },
    change,
    discard,
    submit,
  };
}

function useEmptyValues(): Partial<RegisterValues> {
  const { me, scopeUnit } = useFrame();
  return {
    unitCode: scopeUnit.code,
    origin: "selfCheck",
    discoveredOn: me.clock.today,
    description: "",
    responsibleUnit: "",
    responsiblePerson: "",
    responsibleLevel: scopeUnit.level === "agency" ? me.person.level : scopeUnit.level,
  };
}

const FIELDS = [
  ...REQUIRED_FIELDS,
  "description",
  "responsibleLevel",
  "responsiblePerson",
  "occupierCategory",
  "occupierName",
  "occupierLevel",
  "occupierApprover",
  "occupierUsedOn",
] as const satisfies readonly (keyof RegisterValues)[];
