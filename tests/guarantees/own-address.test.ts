import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningServer, startServer } from "@anji/server";
import { testDatabase } from "@anji/testing";
import { afterEach, describe, expect, it } from "vitest";
import { send, type Sent } from "./surface/http.ts";
import { refusedBody } from "./surface/refusal-body.ts";
import { newPerson, PASSWORD } from "./surface/server.ts";

const ADMINISTRATOR = "sheng.guanli";
const JSON_TYPE = { "content-type": "application/json" };
const FOREIGN = "http://elsewhere.example";

let running: { server: RunningServer; directory: string } | null = null;
let desks = 0;

afterEach(async () => {
  await running?.server.close();
  if (running !== null) await rm(running.directory, { recursive: true, force: true });
  running = null;
});

/** A server with one administrator; answers its port. */
async function serve(options: { host: string; publicUrl: string | undefined }): Promise<number> {
  const { appUrl } = await testDatabase();
  const directory = await mkdtemp(join(tmpdir(), "anji-address-"));
  const port = await freePort(options.host);
  const server = await startServer({
    DATABASE_URL: appUrl,
    ANJI_HOST: options.host,
    ANJI_PORT: port,
    ANJI_PUBLIC_URL: options.publicUrl,
    ANJI_DATA_DIRECTORY: directory,
    ANJI_SECRET: randomUUID() + randomUUID(),
    ANJI_DATABASE_CONNECTIONS: 6,
    ANJI_LOG_LEVEL: "silent",
    ANJI_CONSOLE_DIRECTORY: undefined,
  });
  running = { server, directory };
  const administrators = [{ name: "何志远", username: ADMINISTRATOR, password: PASSWORD }];
  const body = JSON.stringify({ commandId: randomUUID(), provinceCode: "130000", administrators });
  const made = await send(`http://127.0.0.1:${port}/trpc/jurisdictions.install.createFirstAdministrators`, {
    method: "POST",
    headers: JSON_TYPE,
    body,
  });
  expect(made.status).toBe(200);
  return port;
}

const WORKS = { statuses: [200, 200, 200] };
const REFUSED = { statuses: [403], rule: "kernel.foreignOrigin", cookies: [] };

/** Signs in, makes one change and signs out, as a browser at an address would. Answers how far it came. */
async function work(reached: string, headers: Record<string, string>) {
  const post = (path: string, sent: Sent) =>
    send(reached + path, { method: "POST", ...sent, headers: { ...JSON_TYPE, ...headers, ...sent.headers } });
  desks += 1;
  const credentials = JSON.stringify({ username: ADMINISTRATOR, password: PASSWORD });
  const signIn = await post("/api/auth/sign-in/username", {
    headers: { "x-forwarded-for": `10.9.0.${desks}`, "sec-fetch-site": "same-origin" },
    body: credentials,
  });
  const cookies = signIn.headers["set-cookie"] ?? [];
  if (signIn.status !== 200) return { statuses: [signIn.status], cookies, rule: refusedBody(signIn).rule };
  const cookie = cookies.map((one) => one.split(";")[0]).join("; ");
  const change = await post("/trpc/jurisdictions.people.add", {
    headers: { cookie },
    body: JSON.stringify(newPerson()),
  });
  const signOut = await post("/api/auth/sign-out", { headers: { cookie }, body: "{}" });
  return { statuses: [signIn.status, change.status, signOut.status], cookies };
}

describe("without a public address", () => {
  it("people sign in and work at localhost as at 127.0.0.1, and a foreign page at neither", async () => {
    const port = await serve({ host: "127.0.0.1", publicUrl: undefined });
    for (const reached of [`http://localhost:${port}`, `http://127.0.0.1:${port}`]) {
      const { statuses, cookies } = await work(reached, { origin: reached });
      expect(statuses).toEqual(WORKS.statuses);
      for (const cookie of cookies) expect(cookie).not.toMatch(/secure/i);
      for (const origin of [
        FOREIGN,
        `https://localhost:${port}`,
        `http://localhost:${port + 1}`,
        "http://localhost",
        "null",
      ])
        expect(await work(reached, { origin })).toEqual(REFUSED);
    }
    expect(await work(`http://127.0.0.1:${port}`, { origin: `http://localhost:${port}` })).toEqual(REFUSED);
  });

  it("a server on every interface is used at whatever name leads to it", async () => {
    const port = await serve({ host: "0.0.0.0", publicUrl: undefined });
    const outside = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter((one) => one.family === "IPv4");
    for (const { address } of outside)
      expect(await work(`http://${address}:${port}`, { origin: `http://${address}:${port}` })).toMatchObject(WORKS);
    const named = `anji.xingtai.example:${port}`;
    expect(await work(`http://127.0.0.1:${port}`, { host: named, origin: `http://${named}` })).toMatchObject(WORKS);
    expect(await work(`http://127.0.0.1:${port}`, { host: named, origin: FOREIGN })).toEqual(REFUSED);
    expect(await work(`http://127.0.0.1:${port}`, { host: "[", origin: FOREIGN })).toEqual(REFUSED);
  });

  it("a proxy on this machine that speaks https says so, and is believed", async () => {
    const port = await serve({ host: "127.0.0.1", publicUrl: undefined });
    const proxied = { host: "anji.example.cn", "x-forwarded-proto": "https" };
    expect(await work(`http://127.0.0.1:${port}`, { ...proxied, origin: "https://anji.example.cn" })).toMatchObject(
      WORKS,
    );
    expect(await work(`http://127.0.0.1:${port}`, { ...proxied, origin: "http://anji.example.cn" })).toEqual(REFUSED);
    expect(await work(`http://127.0.0.1:${port}`, { ...proxied, "x-forwarded-proto": "data", origin: "null" })).toEqual(
      REFUSED,
    );
  });
});

describe("with a public address", () => {
  it("that one alone is ours, and its cookies are sent over https only", async () => {
    const port = await serve({ host: "127.0.0.1", publicUrl: "https://anji.example.cn" });
    const reached = `http://127.0.0.1:${port}`;
    const { statuses, cookies } = await work(reached, { origin: "https://anji.example.cn" });
    expect(statuses).toEqual(WORKS.statuses);
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/^__Secure-anji\..*; Secure/);
    for (const origin of [reached, FOREIGN, "http://anji.example.cn"])
      expect(await work(reached, { origin })).toEqual(REFUSED);
  });
});

async function freePort(host: string): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, host, resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
