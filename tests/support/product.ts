import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AppRouter } from "@anji/api";
import { setScope } from "@anji/database";
import { clockSetting } from "@anji/database/tables";
import { type RunningServer, startServer } from "@anji/server";
import { systemActor } from "@anji/jurisdictions/queries";
import { testDatabase } from "@anji/testing";
import type { TRPCClient } from "@trpc/client";
import { type DoneAct, typedClient } from "./typed-client.ts";

export const PASSWORD = "journey-2008-pass";
const PROVINCE = "130000";

export type Person = {
  rpc: TRPCClient<AppRouter>;
  upload(name: string, content: Uint8Array): Promise<string>;
  download(fileId: string): Promise<Uint8Array>;
};
export type People = {
  /** The acts of these clients so far, in the order of the answers. */
  done: readonly DoneAct[];
  signIn(username: string): Promise<Person>;
  /** A caller who is not signed in. */
  stranger(): Person;
  /** A caller with a service key instead of a session. */
  withKey(key: string): Person;
};
export type Product = People & {
  url: string;
  parts: RunningServer["parts"];
  dataDirectory: string;
  databaseUrl: string;
  close(): Promise<void>;
};

/** The real server on a database of its own, set up for training so that a test can move the day. */
export async function startProduct(options: { today: string; consoleDirectory?: string }): Promise<Product> {
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
    ANJI_CONSOLE_DIRECTORY: options.consoleDirectory,
  });
  const { parts } = server;
  const shiftMs = new Date(`${options.today}T09:00:00+08:00`).getTime() - Date.now();
  await parts.db.transaction(async (tx) => {
    await setScope(tx, systemActor(PROVINCE));
    await tx.insert(clockSetting).values({ id: 1, isTraining: true, shiftMs });
  });
  await parts.clock.reload();
  return {
    ...peopleAt(server.url),
    url: server.url,
    parts,
    dataDirectory,
    databaseUrl: appUrl,
    close: async () => {
      await server.close();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** Clients of the server at an address. */
export function peopleAt(url: string): People {
  const done: DoneAct[] = [];
  const person = (headers: Record<string, string>) => personWith({ url, done }, headers);
  let desks = 0;
  return {
    done,
    signIn: async (username) => {
      desks += 1;
      return person(await signedIn(url, { username, address: `10.0.${desks >> 8}.${desks & 255}` }));
    },
    stranger: () => person({}),
    withKey: (key) => person({ "x-api-key": key }),
  };
}

/** Each person signs in from their own address, since attempts are counted by address. */
async function signedIn(
  url: string,
  options: { username: string; address: string },
): Promise<{ cookie: string; origin: string }> {
  const response = await fetch(`${url}/api/auth/sign-in/username`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url, "x-forwarded-for": options.address },
    body: JSON.stringify({ username: options.username, password: PASSWORD }),
  });
  if (!response.ok) throw new Error(`${options.username} could not sign in: ${response.status}`);
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  return { cookie, origin: url };
}

function personWith(product: { url: string; done: DoneAct[] }, headers: Record<string, string>): Person {
  const { url, done } = product;
  const sent = { "accept-language": "zh-CN", ...headers };
  return {
    rpc: typedClient({ url, headers: sent, done }),
    upload: async (name, content) => {
      const act = command();
      const query = new URLSearchParams({ name, ...act });
      const response = await fetch(`${url}/files?${query}`, {
        method: "POST",
        headers: sent,
        body: Buffer.from(content),
      });
      const body: unknown = await response.json();
      if (!response.ok || typeof body !== "object" || body === null || !("fileId" in body))
        throw new Error(`upload: ${response.status}`);
      done.push({ path: "files", ...act });
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
