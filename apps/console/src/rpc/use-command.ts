import { refusalOfAnswer, type WireRefusal } from "@anji/kernel";
import { type QueryFilters, type UseMutationOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { newCommandId } from "./command-id.ts";
import { isLiving } from "./frozen.ts";

export type Refused = {
  readonly message: string;
  readonly fields: readonly { path: string; message: string }[];
  readonly isStale: boolean;
  readonly current: unknown;
};

export type Attempt<Answer> =
  | { readonly outcome: "done"; readonly answer: Answer }
  | { readonly outcome: "stale" | "failed"; readonly message: string };

export type Command<Input, Answer> = {
  /** Sends once; the same input sent again after a lost answer carries the same command id. Resolves to null when refused. */
  readonly send: (input: Input) => Promise<Answer | null>;
  /** The same, with the outcome: done, refused because someone else was first, or not done for another reason. */
  readonly attempt: (input: Input) => Promise<Attempt<Answer>>;
  readonly isSending: boolean;
  readonly refused: Refused | null;
  readonly forget: () => void;
};

const LIVING = { predicate: isLiving } as const;

type WithoutId<Input> = Input extends unknown ? Omit<Input, "commandId"> : never;

/**
 * A mutation as a command: its own id, no optimistic update. When it is done, every active query (or those of
 * `refreshed`) is refreshed.
 */
export function useCommand<Input extends { commandId: string }, Answer, Failure, Context>(
  options: UseMutationOptions<Answer, Failure, Input, Context>,
  refreshed?: QueryFilters,
): Command<WithoutId<Input>, Answer> {
  const queries = useQueryClient();
  const { t } = useTranslation();
  const mutation = useMutation(options);
  const last = useRef<{ text: string; commandId: string } | null>(null);

  async function attempt(input: WithoutId<Input>): Promise<Attempt<Answer>> {
    const text = JSON.stringify(input);
    if (last.current?.text !== text) last.current = { text, commandId: newCommandId() };
    try {
      const answer = await mutation.mutateAsync(whole<Input>(input, last.current.commandId));
      last.current = null;
      await queries.invalidateQueries(refreshed ?? LIVING);
      return { outcome: "done", answer };
    } catch (error) {
      const refusal = refusalOfAnswer(error);
      if (refusal?.code !== "stale") return { outcome: "failed", message: refusal?.message ?? t("states.offline") };
      // A changed row is shown in its new state; what was typed stays in the form.
      await queries.invalidateQueries(LIVING);
      return { outcome: "stale", message: t("states.stale") };
    }
  }

  const offline = { message: t("states.offline"), fields: [], isStale: false, current: null };
  const refusal = refusalOfAnswer(mutation.error);
  return {
    attempt,
    send: async (input) => {
      const attempted = await attempt(input);
      return attempted.outcome === "done" ? attempted.answer : null;
    },
    isSending: mutation.isPending,
    refused: mutation.error === null ? null : refusal === null ? offline : refusedBy(refusal, t("states.stale")),
    forget: mutation.reset,
  };
}

function refusedBy(refusal: WireRefusal, staleText: string): Refused {
  const isStale = refusal.code === "stale";
  return { message: isStale ? staleText : refusal.message, fields: refusal.fields, isStale, current: refusal.current };
}

// The id is put back into the input it was taken from, which restores the type.
function whole<Input extends { commandId: string }>(input: WithoutId<Input>, commandId: string): Input {
  return { ...input, commandId } as unknown as Input;
}
