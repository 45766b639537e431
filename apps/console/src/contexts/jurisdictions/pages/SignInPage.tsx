import { jurisdictionsLimits } from "@anji/jurisdictions";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActForm, type FormRefusal } from "../../../parts/ActForm.tsx";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { RowSkeleton } from "../../../parts/RowSkeleton.tsx";
import { PasswordField, TextField } from "../../../parts/TextField.tsx";
import { failureText } from "../../../rpc/failure-text.ts";
import { signInWithPassword } from "../../../rpc/sign-in.ts";
import { trpc } from "../../../rpc/trpc.ts";
import { InstallForm } from "../parts/sign-in/InstallForm.tsx";
import { SignInLayout } from "../parts/sign-in/SignInLayout.tsx";

const route = getRouteApi("/sign-in");

export function SignInPage() {
  const { t } = useTranslation();
  const install = useQuery(trpc.jurisdictions.install.state.queryOptions());
  if (install.isPending)
    return (
      <SignInLayout title={t("signIn.title")}>
        <RowSkeleton rows={3} lines={1} />
      </SignInLayout>
    );
  if (install.isError)
    return (
      <SignInLayout title={t("signIn.title")}>
        <ErrorState
          what={t("signIn.title")}
          message={failureText(install.error)}
          onRetry={() => void install.refetch()}
        />
      </SignInLayout>
    );
  if (install.data.isEmpty)
    return (
      <SignInLayout title={t("signIn.install.title")}>
        <InstallForm />
      </SignInLayout>
    );
  return (
    <SignInLayout title={t("signIn.title")} note={t("signIn.note")}>
      <CredentialsForm />
    </SignInLayout>
  );
}

type Credentials = { username: string; password: string };

function CredentialsForm() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Credentials>();
  const router = useRouter();
  const queries = useQueryClient();
  const { to, username } = route.useSearch();
  const [isSending, setSending] = useState(false);
  const [refused, setRefused] = useState<FormRefusal | null>(null);

  async function signIn(credentials: Credentials): Promise<void> {
    setSending(true);
    setRefused(null);
    const answer = await signInWithPassword({ ...credentials, username: credentials.username.trim().toLowerCase() });
    setSending(false);
    if (!answer.isSignedIn) return setRefused({ message: answer.refused ?? t("states.offline"), fields: [] });
    queries.clear();
    router.history.push(to ?? "/");
  }

  return (
    <ActForm
      form={form}
      initial={username === undefined ? {} : { username }}
      submit={isSending ? t("signIn.signingIn") : t("signIn.submit")}
      isSending={isSending}
      refused={refused}
      onSubmit={(credentials) => void signIn(credentials)}
    >
      <TextField
        name="username"
        label={t("signIn.username")}
        isRequired
        maxLength={jurisdictionsLimits.username}
        autoComplete="username"
      />
      <PasswordField
        name="password"
        label={t("signIn.password")}
        isRequired
        maxLength={jurisdictionsLimits.password}
        autoComplete="current-password"
      />
    </ActForm>
  );
}
