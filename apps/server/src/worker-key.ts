import { randomUUID } from "node:crypto";
import { access, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { actorOfKey, systemActors } from "@anji/jurisdictions/queries";
import { issueKeptServiceKey, newServiceKey } from "@anji/jurisdictions/verbs";
import type { Parts } from "./parts.ts";
import { contextFor } from "./request-context.ts";

const FILE_NAME = "worker-key";

/**
 * Makes the key of this machine's own worker once a province is set up. Answers whether the key is there. The key is on
 * the disk before it is issued, so a full disk or a stop in between never leaves a lost key.
 */
export async function ensureWorkerKey(parts: Parts, dataDirectory: string): Promise<boolean> {
  const path = join(dataDirectory, FILE_NAME);
  if (await exists(path)) return true;
  const [actor] = await systemActors(parts.db);
  if (actor === undefined) return false;
  const key = await keptKey(`${path}.new`);
  if ((await actorOfKey(parts.db, key)) === null) {
    const ctx = { ...contextFor(parts, { actor, locale: "zh-CN", requestId: "worker-key" }), actor };
    const { unitCode } = actor;
    await issueKeptServiceKey(ctx, { commandId: randomUUID(), name: "报告工作机", unitCode, role: "worker", key });
  }
  await rename(`${path}.new`, path);
  return true;
}

/** The key of an interrupted attempt, or a new one. */
async function keptKey(path: string): Promise<string> {
  const kept = (await exists(path)) ? await readFile(path, "utf8") : "";
  if (kept.endsWith("\n")) return kept.trim();
  const key = newServiceKey();
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(`${key}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return key;
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
