import { jurisdictionsLimits } from "@anji/jurisdictions";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { App, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SignOutButton } from "../../../frame/SignOutButton.tsx";
import { ActForm, type FormRefusal } from "../../../parts/ActForm.tsx";
import { PasswordField } from "../../../parts/TextField.tsx";
import { signInWithPassword } from "../../../rpc/sign-in.ts";
import { trpc } from "../../../rpc/trpc.ts";
import { useCommand } from "../../../rpc/use-command.ts";
import styles from "./PasswordPage.module.css";
import { SignInLayout } from "../parts/sign-in/SignInLayout.tsx";

const route = getRouteApi("/password");
/** The change ends the session, so no query is sent until there is a new one. */
const NOTHING = { predicate: () => false } as const;

type Values = { currentPassword: string; newPassword: string; repeated: string };

/** Changes one's own password: because an administrator set the current one, or by choice. */
export function PasswordPage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const router = useRouter();
  const queries = useQueryClient();
  const { to } = route.useSearch();
  const me = useQuery(trpc.jurisdictions.me.queryOptions());
  const change = useCommand(trpc.jurisdictions.people.changeOwnPassword.mutationOptions(), NOTHING);
  const [mistyped, setMistyped] = useState<FormRefusal | null>(null);
  const isDue = me.data?.person.owesPassword === true;

  async function send({ currentPassword, newPassword, repeated }: Values): Promise<void> {
    const isSame = newPassword === repeated;
    setMistyped(
      isSame
        ? null
        : { message: t("signIn.change.differ"), fields: [{ path: "repeated", message: t("signIn.change.differ") }] },
    );
    if (!isSame) return;
    const done = await change.send({ currentPassword, newPassword });
    if (done === null) return;
    const signedIn = await signInWithPassword({ username: done.username, password: newPassword });
    queries.clear();
    void message.success(t("signIn.change.done"));
    router.history.push(signedIn.isSignedIn ? (to ?? "/") : "/sign-in");
  }

  return (
    <SignInLayout title={t("signIn.change.title")} note={t("signIn.change.note")}>
      {isDue ? <p className={styles["due"]}>{t("signIn.change.due")}</p> : null}
      <ActForm
        form={form}
        initial={{}}
        submit={t("signIn.change.submit")}
        isSending={change.isSending}
        refused={mistyped ?? change.refused}
        onSubmit={(values) => void send(values)}
        {...(isDue ? {} : { onCancel: () => router.history.push(to ?? "/") })}
      >
        <PasswordField
          name="currentPassword"
          label={t("signIn.change.current")}
          isRequired
          maxLength={jurisdictionsLimits.password}
          autoComplete="current-password"
        />
        <PasswordField
          name="newPassword"
          label={t("signIn.change.next")}
          extra={t("signIn.change.hint")}
          isRequired
          maxLength={jurisdictionsLimits.password}
          autoComplete="new-password"
        />
        <PasswordField
          name="repeated"
          label={t("signIn.change.repeated")}
          isRequired
          maxLength={jurisdictionsLimits.password}
          autoComplete="new-password"
        />
      </ActForm>
      {isDue ? (
        <p>
          <SignOutButton />
        </p>
      ) : null}
    </SignInLayout>
  );
}
