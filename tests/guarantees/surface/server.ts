import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningServer, type ServerEnv, startServer } from "@anji/server";
import { testDatabase } from "@anji/testing";
import { z } from "zod";
import { type Door, doorTo } from "../../support/door.ts";
import { type Answer, send, type Sent } from "./http.ts";

export const PASSWORD = "surface-2008-pass";

export const ADMINISTRATOR = "sheng.guanli";

/** What a page of somebody signed in sends along. */
export type Page = { cookie: string; origin: string };

export type Surface = {
  readonly url: string;
  readonly server: RunningServer;
  /** The server's way to its database. */
  readonly database: Door;
  ask(path: string, sent: Sent): Promise<Answer>;
  /** Headers of a person's page. */
  signIn(username: string): Promise<Page>;
  signInAnswer(attempt: { username: string; password: string; address: string }): Promise<Answer>;
  /** A mutation that must succeed; answers its result. */
  act(headers: Record<string, string>, path: string, input: object): Promise<unknown>;
  storedFiles(): Promise<string[]>;
  /** Another server on the same database; ends with the surface. */
  besides(): Promise<string>;
  close(): Promise<void>;
};

/** The same with its first administrator signed in at a page. */
export async function administratedSurface(): Promise<{ surface: Surface; page: Page }> {
  const surface = await openSurface();
  await install(surface, ADMINISTRATOR);
  return { surface, page: await surface.signIn(ADMINISTRATOR) };
}

/** The real server, asked over plain HTTP. A test can cut its way to the database. */
async function openSurface(): Promise<Surface> {
  const { appUrl } = await testDatabase();
  const database = await doorTo(appUrl);
  await database.open();
  const dataDirectory = await mkdtemp(join(tmpdir(), "anji-surface-"));
  const settings: ServerEnv = {
    DATABASE_URL: throughDoor(appUrl, database),
    ANJI_HOST: "127.0.0.1",
    ANJI_PORT: 0,
    ANJI_DATA_DIRECTORY: dataDirectory,
    ANJI_SECRET: randomUUID() + randomUUID(),
    ANJI_DATABASE_CONNECTIONS: 6,
    ANJI_LOG_LEVEL: "silent",
    ANJI_CONSOLE_DIRECTORY: undefined,
  };
  const server = await startServer(settings);
  const others: RunningServer[] = [];
  const { url } = server;
  const ask: Surface["ask"] = (path, sent) => send(url + path, sent);
  const signInAnswer: Surface["signInAnswer"] = ({ address, ...credentials }) =>
    ask("/api/auth/sign-in/username", {
      method: "POST",
      headers: { "content-type": "application/json", origin: url, "x-forwarded-for": address },
      body: JSON.stringify(credentials),
    });
  let desks = 0;
  return {
    url,
    server,
    database,
    ask,
    signInAnswer,
    signIn: async (username) => {
      desks += 1;
      const answer = await signInAnswer({ username, password: PASSWORD, address: `10.2.0.${desks}` });
      if (answer.status !== 200) throw new Error(`${username} could not sign in: ${answer.status}`);
      return { cookie: (answer.headers["set-cookie"] ?? []).map((one) => one.split(";")[0]).join("; "), origin: url };
    },
    act: async (headers, path, input) => {
      const body = JSON.stringify({ commandId: randomUUID(), ...input });
      const answer = await ask(`/trpc/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body,
      });
      if (answer.status !== 200) throw new Error(`${path}: ${answer.body}`);
      return z.object({ result: z.object({ data: z.unknown() }) }).parse(JSON.parse(answer.body)).result.data;
    },
    storedFiles: async () => {
      const entries = await readdir(join(dataDirectory, "files"), { recursive: true, withFileTypes: true }).catch(
        () => [],
      );
      return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
    },
    besides: async () => {
      const other = await startServer(settings);
      others.push(other);
      return other.url;
    },
    close: async () => {
      await database.open().catch(() => undefined);
      for (const other of others) await other.close();
      await server.close();
      await database.shut();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

function throughDoor(databaseUrl: string, door: Door): string {
  const url = new URL(databaseUrl);
  url.port = new URL(door.url).port;
  return url.href;
}

/** The first administrator of an empty installation. */
async function install(surface: Surface, username: string): Promise<void> {
  const administrators = [{ name: "何志远", username, password: PASSWORD }];
  await surface.act({}, "jurisdictions.install.createFirstAdministrators", { provinceCode: "130000", administrators });
}

export function queryPath(procedure: string, input: unknown): string {
  return `/trpc/${procedure}?${new URLSearchParams({ input: JSON.stringify(input) })}`;
}

export function post(
  surface: Surface,
  path: string,
  sent: { input: unknown; headers: Record<string, string> },
): Promise<Answer> {
  const headers = { "content-type": "application/json", ...sent.headers };
  return surface.ask(path, { method: "POST", headers, body: JSON.stringify(sent.input) });
}

/** What an administrator may add, new at every call. */
export function newPerson() {
  const username = `person.${randomUUID().slice(0, 8)}`;
  return {
    commandId: randomUUID(),
    name: "新人",
    username,
    password: PASSWORD,
    unitCode: "130100",
    department: null,
    roles: ["clerk"],
  };
}

const peoplePage = z.object({ result: z.object({ data: z.object({ items: z.array(z.unknown()) }) }) });

export async function peopleCount(surface: Surface, page: Record<string, string>): Promise<number> {
  const answer = await surface.ask(
    queryPath("jurisdictions.people.list", { unitCode: null, text: null, isService: false, cursor: null, limit: 200 }),
    { headers: page },
  );
  return peoplePage.parse(JSON.parse(answer.body)).result.data.items.length;
}

/** A new service's key, shown once. */
export async function keyOf(
  surface: Surface,
  options: { page: Record<string, string>; role: "worker" | "observer" },
): Promise<string> {
  const { page, role } = options;
  const made = await surface.act(page, "jurisdictions.people.issueServiceKey", {
    name: `服务${randomUUID().slice(0, 4)}`,
    unitCode: "130000",
    role,
  });
  return z.object({ key: z.string() }).parse(made).key;
}
