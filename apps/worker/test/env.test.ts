import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readWorkerEnv } from "../src/env.ts";

const url = "http://127.0.0.1:4600";

describe("the worker's settings", () => {
  it("are an address and a key; the rest has its defaults", () => {
    expect(readWorkerEnv({ ANJI_URL: url, ANJI_API_KEY: "key", ANJI_API_KEY_FILE: "" })).toMatchObject({
      url,
      apiKey: "key",
      concurrency: 1,
      logLevel: "info",
    });
  });

  it("take the key from a file", async () => {
    const directory = await mkdtemp(join(tmpdir(), "anji-worker-"));
    const file = join(directory, "key");
    await writeFile(file, "from a file\n");
    expect(readWorkerEnv({ ANJI_URL: url, ANJI_API_KEY_FILE: file }).apiKey).toBe("from a file");
    await rm(directory, { recursive: true });
  });

  it.each([
    ["no key", { ANJI_URL: url }],
    ["two keys", { ANJI_URL: url, ANJI_API_KEY: "key", ANJI_API_KEY_FILE: "/key" }],
    ["no address", { ANJI_API_KEY: "key" }],
    ["an address that is not of the web", { ANJI_URL: "postgres://localhost", ANJI_API_KEY: "key" }],
    ["too many jobs at a time", { ANJI_URL: url, ANJI_API_KEY: "key", ANJI_WORKER_CONCURRENCY: "9" }],
  ])("stop the start with %s", (_, given) => {
    expect(() => readWorkerEnv(given)).toThrow("settings are not right");
  });
});
