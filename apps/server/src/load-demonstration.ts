import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { installState } from "@anji/jurisdictions/queries";
import { DEMONSTRATION_PASSWORD, LEADING_CAST } from "./demonstration/cast.ts";
import { loadDemonstration } from "./demonstration/load.ts";
import { readServerEnv } from "./env.ts";
import { createLog } from "./log.ts";
import { openParts } from "./parts.ts";
import { contextFor } from "./request-context.ts";

/** Loads the demonstration campaign into an empty installation; does nothing on any other. */
const env = readServerEnv(process.env);
const { parts, connection } = openParts(env, { address: "http://localhost", log: createLog(env.ANJI_LOG_LEVEL) });
const { isEmpty } = await installState(contextFor(parts, { actor: null, locale: "zh-CN", requestId: "demonstration" }));
if (isEmpty) {
  await loadDemonstration(parts);
  const accounts = LEADING_CAST.map(({ username, who }) => ({ username, password: DEMONSTRATION_PASSWORD, who }));
  await writeFile(join(env.ANJI_DATA_DIRECTORY, "demonstration-accounts.json"), JSON.stringify(accounts, null, 2), {
    mode: 0o600,
  });
}
await connection.end();
