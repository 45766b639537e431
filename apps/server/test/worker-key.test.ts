import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setScope } from "@anji/database";
import { actorOfKey, systemActor } from "@anji/jurisdictions/queries";
import { person } from "@anji/jurisdictions/tables";
import { createFirstAdministrators } from "@anji/jurisdictions/verbs";
import { testDatabase } from "@anji/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../src/index.ts";
import { contextFor } from "../src/request-context.ts";
import { ensureWorkerKey } from "../src/worker-key.ts";

let server: RunningServer;
let directory: string;

beforeAll(async () => {
  const { appUrl } = await testDatabase();
  directory = await mkdtemp(join(tmpdir(), "anji-worker-key-"));
  await mkdir(join(directory, "server"));
  server = await startServer({
    DATABASE_URL: appUrl,
    ANJI_HOST: "127.0.0.1",
    ANJI_PORT: 0,
    ANJI_DATA_DIRECTORY: join(directory, "server"),
    ANJI_SECRET: randomUUID() + randomUUID(),
    ANJI_DATABASE_CONNECTIONS: 4,
    ANJI_LOG_LEVEL: "silent",
  });
});
afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true });
});

/** The number of services with a key, without the worker of the running server. */
async function issuedElsewhere(): Promise<number> {
  const rows = await server.parts.db.transaction(async (tx) => {
    await setScope(tx, systemActor("130000"));
    return tx.select({ id: person.id }).from(person).where(eq(person.isService, true));
  });
  return rows.length - 1;
}

it("waits for a province, and leaves no key before there is one", async () => {
  const place = join(directory, "waiting");
  await mkdir(place);
  expect(await ensureWorkerKey(server.parts, place)).toBe(false);
  expect(await readdir(place)).toEqual([]);
});

describe("once a province is set up", () => {
  beforeAll(async () => {
    const administrators = [{ name: "何志远", username: "sheng.guanli", password: "anji-2008-first" }];
    const ctx = contextFor(server.parts, { actor: null, locale: "zh-CN", requestId: "test" });
    await createFirstAdministrators(ctx, { commandId: randomUUID(), provinceCode: "130000", administrators });
  });

  it("issues one for the server's own worker", async () => {
    await expect.poll(() => existsSync(join(directory, "server", "worker-key"))).toBe(true);
    expect(await issuedElsewhere()).toBe(0);
  });

  it("issues none that it cannot keep, however often it tries", async () => {
    const nowhere = join(directory, "not-there");
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await expect(ensureWorkerKey(server.parts, nowhere)).rejects.toThrow("ENOENT");
    }
    expect(await issuedElsewhere()).toBe(0);
  });

  it("issues one, and takes up an attempt that was cut short where it stopped", async () => {
    const place = join(directory, "cut");
    await mkdir(place);
    expect(await ensureWorkerKey(server.parts, place)).toBe(true);
    const kept = join(place, "worker-key");
    const key = await readFile(kept, "utf8");
    expect(await actorOfKey(server.parts.db, key.trim())).toMatchObject({ roles: ["worker"] });
    await rename(kept, `${kept}.new`);
    expect(await ensureWorkerKey(server.parts, place)).toBe(true);
    expect(await readFile(kept, "utf8")).toBe(key);
    expect(await ensureWorkerKey(server.parts, place)).toBe(true);
    expect(await issuedElsewhere()).toBe(1);
  });
});
