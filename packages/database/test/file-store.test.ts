import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { diskFileStore, FileTooLarge } from "../src/index.ts";

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "anji-store-"));
});
afterEach(() => rm(directory, { recursive: true }));

async function* chunks(...parts: string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

async function* breakingOff(): AsyncGenerator<Uint8Array> {
  yield Buffer.from("half");
  throw new Error("the sender is gone");
}

/** Every file under the store, by its path inside it. */
async function filesIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

describe("files on disk", () => {
  it("lie under their SHA-256 and read back as they came", async () => {
    const store = diskFileStore(directory);
    const sha256 = createHash("sha256").update("基金专项治理").digest("hex");
    const stored = await store.put(chunks("基金", "专项", "治理"), { maximumBytes: 18 });
    expect(stored).toEqual({ sha256, sizeBytes: 18 });
    expect(await filesIn(directory)).toEqual([join(sha256.slice(0, 2), sha256)]);
    expect(await text(store.open(sha256))).toBe("基金专项治理");
  });

  it("with the same bytes lie once, however many send them at once", async () => {
    const store = diskFileStore(join(directory, "made", "when", "needed"));
    const sends = Array.from({ length: 12 }, () => store.put(chunks("same", " ", "bytes"), { maximumBytes: 100 }));
    expect(new Set((await Promise.all(sends)).map((stored) => stored.sha256)).size).toBe(1);
    expect(await filesIn(directory)).toHaveLength(1);
  });

  it("that are too large leave nothing behind", async () => {
    const store = diskFileStore(directory);
    await expect(store.put(chunks("12345", "67890", "1"), { maximumBytes: 10 })).rejects.toBeInstanceOf(FileTooLarge);
    expect(await filesIn(directory)).toEqual([]);
    expect(await store.put(chunks("12345", "67890"), { maximumBytes: 10 })).toMatchObject({ sizeBytes: 10 });
  });

  it("whose sender breaks off leave nothing behind", async () => {
    await expect(diskFileStore(directory).put(breakingOff(), { maximumBytes: 10 })).rejects.toThrow(
      "the sender is gone",
    );
    expect(await filesIn(directory)).toEqual([]);
  });

  it("may be empty, and many small pieces arrive whole", async () => {
    const store = diskFileStore(directory);
    expect(await store.put(chunks(), { maximumBytes: 0 })).toMatchObject({ sizeBytes: 0 });
    const many = Array.from({ length: 2000 }, (_, index) => `${index}\n`);
    const { sha256 } = await store.put(chunks(...many), { maximumBytes: 100_000 });
    expect(await text(store.open(sha256))).toBe(many.join(""));
  });
});
