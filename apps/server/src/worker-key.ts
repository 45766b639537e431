import { randomUUID } from "node:crypto";
import { access, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { systemActors } from "@anji/jurisdictions/queries";
import { issueServiceKey } from "@anji/jurisdictions/verbs";
import type { Parts } from "./parts.ts";
import { contextFor } from "./request-context.ts";

const FILE_NAME = "worker-key";

/** Makes the key of this machine's own worker once a province is set up. Answers whether the key is there. */
export async function ensureWorkerKey(parts: Parts, dataDirectory: string): Promise<boolean> {
  const path = join(dataDirectory, FILE_NAME);
  if (await exists(path)) return true;
  const [actor] = await systemActors(parts.db);
  if (actor === undefined) return false;
  const ctx = { ...contextFor(parts, { actor, locale: "zh-CN", requestId: "worker-key" }), actor };
  const { key } = await issueServiceKey(ctx, {
    commandId: randomUUID(),
    name: "报告工作机",
    unitCode: actor.unitCode,
    role: "worker",
  });
  if (key === null) return false;
  await writeFile(`${path}.new`, key, { mode: 0o600 });
  await rename(`${path}.new`, path);
  return true;
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
