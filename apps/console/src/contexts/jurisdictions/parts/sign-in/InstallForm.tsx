import { jurisdictionsLimits } from "@anji/jurisdictions";
import { useNavigate } from "@tanstack/react-router";
import { App, Button, Form } from "antd";
import { useTranslation } from "react-i18next";
import { ActForm } from "../../../../parts/ActForm.tsx";
import { PasswordField, TextField } from "../../../../parts/TextField.tsx";
import { trpc } from "../../../../rpc/trpc.ts";
import { useCommand } from "../../../../rpc/use-command.ts";
import styles from "./InstallForm.module.css";

const CODE_LENGTH = 6;

type Values = { provinceCode: string; administrators: { name: string; username: string; password: string }[] };

/** The first visit to an empty installation: one to three administrators of the province. */
export function InstallForm() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const create = useCommand(trpc.jurisdictions.install.createFirstAdministrators.mutationOptions());
  const { message } = App.useApp();
  const navigate = useNavigate();
  async function send(values: Values): Promise<void> {
    const done = await create.send(values);
    if (done === null) return;
    void message.success(t("signIn.install.done"));
    const [username] = done.usernames;
    await navigate({ to: "/sign-in", search: username === undefined ? {} : { username } });
  }
  return (
    <>
      <p className={styles["note"]}>{t("signIn.install.note")}</p>
      <ActForm
        form={form}
        initial={{ administrators: [{ name: "", username: "", password: "" }] }}
        submit={t("signIn.install.submit")}
        isSending={create.isSending}
        refused={create.refused}
        onSubmit={(values) => void send(values)}
      >
        <TextField
          name="provinceCode"
          label={t("signIn.install.province")}
          extra={t("signIn.install.provinceHint")}
          isRequired
          maxLength={CODE_LENGTH}
        />
        <Form.List name="administrators">
          {(rows, { add, remove }) => (
            <>
              {rows.map((row, at) => (
                <fieldset key={row.key} className={styles["person"]}>
                  <legend>{t("signIn.install.administrator", { n: at + 1 })}</legend>
                  <TextField
                    name={[row.name, "name"]}
                    label={t("signIn.install.name")}
                    isRequired
                    maxLength={jurisdictionsLimits.name}
                  />
                  <TextField
                    name={[row.name, "username"]}
                    label={t("signIn.username")}
                    isRequired
                    maxLength={jurisdictionsLimits.username}
                    autoComplete="username"
                  />
                  <PasswordField
                    name={[row.name, "password"]}
                    label={t("signIn.password")}
                    extra={t("signIn.change.hint")}
                    isRequired
                    maxLength={jurisdictionsLimits.password}
                    autoComplete="new-password"
                  />
                  {rows.length > 1 ? <Button onClick={() => remove(row.name)}>{t("acts.remove")}</Button> : null}
                </fieldset>
              ))}
              {rows.length < jurisdictionsLimits.administrators ? (
                <Button onClick={() => add({ name: "", username: "", password: "" })}>{t("signIn.install.add")}</Button>
              ) : null}
            </>
          )}
        </Form.List>
      </ActForm>
    </>
  );
}
