import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AppRouter } from "@anji/api";
import { setScope } from "@anji/database";
import { clockSetting } from "@anji/database/tables";
import { startServer } from "@anji/server";
import { systemActor } from "@anji/server/system-actor";
import { testDatabase } from "@anji/testing";
import { createTRPCClient, httpBatchLink, type TRPCClient } from "@trpc/client";

export const PASSWORD = "journey-2008-pass";
const PROVINCE = "130000";

export type Person = { rpc: TRPCClient<AppRouter>; upload(name: string, content: Uint8Array): Promise<string>; download(fileId: string): Promise<Uint8Array> };
export type Product = {
  url: string;
  dataDirectory: string;
  databaseUrl: string;
  signIn(username: string): Promise<Person>;
  /** A caller with a service key instead of a session. */
  withKey(key: string): Person;
  close(): Promise<void>;
};

/** The real server on a database of its own, set up for training so that a test can move the day. */
export async function startProduct(options: { today: string }): Promise<Product> {
  const { appUrl } = await testDatabase();
  const dataDirectory = await mkdtemp(join(tmpdir(), "anji-journey-"));
  const server = await startServer({
    DATABASE_URL: appUrl,
    ANJI_HOST: "127.0.0.1",
    ANJI_PORT: 0,
    ANJI_DATA_DIRECTORY: dataDirectory,
    ANJI_SECRET: randomUUID() + randomUUID(),
    ANJI_DATABASE_CONNECTIONS: 8,
    ANJI_LOG_LEVEL: "error",
  });
  const { parts } = server;
  const shiftMs = new Date(`${options.today}T09:00:00+08:00`).getTime() - Date.now();
  await parts.db.transaction(async (tx) => {
    await setScope(tx, systemActor(PROVINCE));
    await tx.insert(clockSetting).values({ id: 1, isTraining: true, shiftMs });
  });
  await parts.clock.reload();
  return {
    url: server.url,
    dataDirectory,
    databaseUrl: appUrl,
    signIn: (username) => signIn(server.url, username),
    withKey: (key) => personWith(server.url, { "x-api-key": key }),
    close: async () => {
      await server.close();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** A client of somebody who is not signed in. */
export function stranger(url: string): Person {
  return personWith(url, {});
}

async function signIn(url: string, username: string): Promise<Person> {
  const response = await fetch(`${url}/api/auth/sign-in/username`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  if (!response.ok) throw new Error(`${username} could not sign in: ${response.status}`);
  const cookie = response.headers.getSetCookie().map((one) => one.split(";")[0]).join("; ");
  return personWith(url, { cookie, origin: url });
}

function personWith(url: string, headers: Record<string, string>): Person {
  const sent = { "accept-language": "zh-CN", ...headers };
  return {
    rpc: createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: `${url}/trpc`, headers: sent, maxItems: 20 })] }),
    upload: async (name, content) => {
      const query = new URLSearchParams({ name, commandId: randomUUID() });
      const response = await fetch(`${url}/files?${query}`, { method: "POST", headers: sent, body: Buffer.from(content) });
      const body: unknown = await response.json();
      if (!response.ok || typeof body !== "object" || body === null || !("fileId" in body)) throw new Error(`upload: ${response.status}`);
      return String(body.fileId);
    },
    download: async (fileId) => {
      const response = await fetch(`${url}/files/${fileId}`, { headers: sent });
      if (!response.ok) throw new Error(`download: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

/** A fresh command id for one act. */
export function command(): { commandId: string } {
  return { commandId: randomUUID() };
}
