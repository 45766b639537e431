import type { AppRouter } from "@anji/api";
import { BATCH_SIZE_MAX, LINK_CHARACTERS_MAX } from "@anji/kernel";
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink, type TRPCClient } from "@trpc/client";
import { EventSource } from "eventsource";
import { type DownloadedFile, fileTransfer, type UploadedFile, type UploadOptions } from "./files.ts";

export type AnjiClientOptions = {
  /** The address of the server, such as "https://anji.example.cn". */
  readonly url: string;
  /** The key an administrator issued for this service. */
  readonly apiKey: string;
  /** Language of refusals: "zh-CN" or "en". */
  readonly locale: "zh-CN" | "en";
};

export type AnjiClient = {
  /** Every procedure of the product, typed: `rpc.findings.list.query({ … })`. */
  readonly rpc: TRPCClient<AppRouter>;
  /** Stores a file in the service's own area. The same command id stores it once. */
  uploadFile(options: UploadOptions): Promise<UploadedFile>;
  downloadFile(fileId: string): Promise<DownloadedFile>;
};

/** A call without an answer by then has failed; the server ends its own statements earlier. */
const CALL_TIMEOUT_MS = 30_000;

export function createAnjiClient(options: AnjiClientOptions): AnjiClient {
  const origin = originOf(options.url);
  if (options.apiKey === "")
    throw new Error("the client's apiKey is empty: give it the key that was issued for this service");
  const headers = { "x-api-key": options.apiKey, "accept-language": options.locale };
  const url = `${origin}/trpc`;
  const rpc = createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === "subscription",
        true: httpSubscriptionLink({
          url,
          EventSource,
          eventSourceOptions: {
            fetch: (input, init) => fetch(input, { ...init, headers: { ...init.headers, ...headers } }),
          },
        }),
        false: httpBatchLink({
          url,
          headers,
          maxItems: BATCH_SIZE_MAX,
          maxURLLength: LINK_CHARACTERS_MAX,
          fetch: (input, init) => fetch(input, { ...init, signal: timeLimited(init?.signal ?? null) }),
        }),
      }),
    ],
  });
  return { rpc, ...fileTransfer({ origin, headers }) };
}

/** Fails at once with a clear message, instead of differently in every call. */
function originOf(url: string): string {
  const address = URL.parse(url);
  const isServer =
    address !== null && /^https?:$/.test(address.protocol) && address.pathname === "/" && address.search === "";
  if (!isServer)
    throw new Error(
      `the client's url is the server's address alone, such as "https://anji.example.cn", and not "${url}"`,
    );
  return address.origin;
}

function timeLimited(signal: AbortSignal | null): AbortSignal {
  const limit = AbortSignal.timeout(CALL_TIMEOUT_MS);
  return signal === null ? limit : AbortSignal.any([signal, limit]);
}
