import { Agent, request } from "node:http";
import { z } from "zod";

/** One keep-alive connection to a server, so that only the answer is timed. */
export type Caller = {
  get(path: string): Promise<Buffer>;
  post(path: string, body: { type: string; content: string | Uint8Array }): Promise<Buffer>;
  query(procedure: string, input: unknown): Promise<unknown>;
  mutate(procedure: string, input: unknown): Promise<unknown>;
  close(): void;
};

const trpcAnswer = z.object({ result: z.object({ data: z.unknown() }) });

export function callerOf(address: string, headers: Readonly<Record<string, string>>): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = (path: string, sending: Sending) => sent({ url: new URL(path, address), agent, headers, ...sending });
  const dataOf = (body: Buffer) => trpcAnswer.parse(JSON.parse(body.toString("utf8"))).result.data;
  const get: Caller["get"] = (path) => send(path, { method: "GET", content: null });
  const post: Caller["post"] = (path, { type, content }) => send(path, { method: "POST", type, content });
  return {
    get,
    post,
    query: async (procedure, input) => dataOf(await get(queryPath(procedure, input))),
    mutate: async (procedure, input) =>
      dataOf(await post(`/trpc/${procedure}`, { type: "application/json", content: JSON.stringify(input) })),
    close: () => agent.destroy(),
  };
}

/** Where a query of the product is asked. */
export function queryPath(procedure: string, input: unknown): string {
  return `/trpc/${procedure}?${new URLSearchParams({ input: JSON.stringify(input) })}`;
}

/** The headers of a person who has signed in. */
export async function signedIn(
  address: string,
  account: { username: string; password: string },
): Promise<Record<string, string>> {
  const response = await fetch(new URL("/api/auth/sign-in/username", address), {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify(account),
  });
  if (!response.ok) throw new Error(`${account.username} could not sign in: ${response.status}`);
  return {
    origin: address,
    cookie: response.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; "),
  };
}

type Sending = { method: "GET"; content: null } | { method: "POST"; type: string; content: string | Uint8Array };

function sent(
  options: { url: URL; agent: Agent; headers: Readonly<Record<string, string>> } & Sending,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const own =
      options.method === "POST"
        ? { "content-type": options.type, "content-length": Buffer.byteLength(options.content) }
        : {};
    const outgoing = request(
      options.url,
      { method: options.method, agent: options.agent, headers: { ...options.headers, ...own } },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () => {
          const body = Buffer.concat(chunks);
          if (incoming.statusCode === 200) resolve(body);
          else
            reject(
              new Error(
                `${options.method} ${options.url.pathname}: ${incoming.statusCode} ${body.toString("utf8").slice(0, 500)}`,
              ),
            );
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(options.content ?? undefined);
  });
}
