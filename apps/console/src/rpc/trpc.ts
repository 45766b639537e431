import type { AppRouter } from "@anji/api";
import { BATCH_SIZE_MAX, LINK_CHARACTERS_MAX } from "@anji/kernel";
import { QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchStreamLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import i18next from "i18next";
import { inChosenLanguage } from "./language.ts";
import { inPagePerson, pagePersonHeader } from "./page-person.ts";
import { isWorthRetrying } from "./refusal.ts";

export type Inputs = inferRouterInputs<AppRouter>;
export type Outputs = inferRouterOutputs<AppRouter>;

const URL = "/trpc";
const RETRIES = 2;
const FRESH_MS = 10_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    // Without a connection both fail with a message. They never wait and act later without the person.
    queries: {
      staleTime: FRESH_MS,
      networkMode: "always",
      refetchOnReconnect: true,
      // A hidden page gathers signals and refreshes when it is shown again.
      refetchOnWindowFocus: false,
      retry: (count, error) => count < RETRIES && isWorthRetrying(error),
    },
    mutations: { networkMode: "always", retry: false },
  },
});

export const client = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === "subscription",
      true: httpSubscriptionLink({ url: () => `${URL}?${inChosenLanguage()}${inPagePerson()}` }),
      false: httpBatchStreamLink({
        url: URL,
        maxItems: BATCH_SIZE_MAX,
        maxURLLength: LINK_CHARACTERS_MAX,
        headers: () => ({ "accept-language": i18next.language, ...pagePersonHeader() }),
      }),
    }),
  ],
});

// Answers with the server's words are asked for again in the new language.
i18next.on("languageChanged", () => void queryClient.invalidateQueries());

export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });
