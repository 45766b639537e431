import { App } from "antd";
import { useTranslation } from "react-i18next";
import { trpc } from "../../../../rpc/trpc.ts";
import { useCommand } from "../../../../rpc/use-command.ts";
import { oneTimePassword } from "./one-time-password.ts";
import type { Person, ToldOnce } from "./person.ts";

export type AccountActs = {
  readonly refused: string | null;
  readonly onReset: (person: Person) => void;
  readonly onDeactivate: (person: Person) => void;
  readonly onReactivate: (person: Person) => void;
};

/** The acts on an account that need only a confirmation. Each says first what follows from it. */
export function useAccountActs({ onTold }: { onTold: (told: ToldOnce) => void }): AccountActs {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const deactivate = useCommand(trpc.jurisdictions.people.deactivate.mutationOptions());
  const reactivate = useCommand(trpc.jurisdictions.people.reactivate.mutationOptions());
  const reset = useCommand(trpc.jurisdictions.people.resetPassword.mutationOptions());

  function afterAsking(options: { title: string; what: string; isGrave: boolean; act: () => Promise<void> }): void {
    const { title, what, isGrave, act } = options;
    for (const command of [deactivate, reactivate, reset]) command.forget();
    modal.confirm({
      title,
      content: what,
      okText: title,
      okButtonProps: { danger: isGrave },
      cancelText: t("acts.cancel"),
      icon: null,
      onOk: act,
    });
  }
  async function withPassword(
    person: Person,
    act: (input: { id: string; version: number; password: string }) => Promise<Person | null>,
  ): Promise<void> {
    const password = oneTimePassword();
    const done = await act({ id: person.id, version: person.version, password });
    if (done !== null) onTold({ name: done.name, username: done.username, password });
  }

  return {
    refused: (deactivate.refused ?? reactivate.refused ?? reset.refused)?.message ?? null,
    onReset: (person) =>
      afterAsking({
        title: t("system.people.resetPassword"),
        what: t("system.people.resetConfirm", { name: person.name }),
        isGrave: false,
        act: () => withPassword(person, reset.send),
      }),
    onReactivate: (person) =>
      afterAsking({
        title: t("system.people.reactivate"),
        what: t("system.people.reactivateConfirm", { name: person.name }),
        isGrave: false,
        act: () => withPassword(person, reactivate.send),
      }),
    onDeactivate: (person) =>
      afterAsking({
        title: t("system.people.deactivate"),
        what: t("system.people.deactivateConfirm", { name: person.name }),
        isGrave: true,
        act: async () => {
          const done = await deactivate.send({ id: person.id, version: person.version });
          if (done !== null) void message.success(t("system.people.deactivated"));
        },
      }),
  };
}
