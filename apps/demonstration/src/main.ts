import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ruleBook } from "@anji/api";
import { connect, type Ctx, diskFileStore } from "@anji/database";
import { installState } from "@anji/jurisdictions/queries";
import { DEMONSTRATION_PASSWORD, LEADING_CAST } from "./cast.ts";
import { readDemonstrationEnv } from "./env.ts";
import { loadDemonstration } from "./load.ts";

const CONNECTIONS = 4;

/** Loads the demonstration campaign into an empty installation; does nothing on any other. */
const env = readDemonstrationEnv(process.env);
const connection = connect({ url: env.DATABASE_URL, connections: CONNECTIONS, applicationName: "anji-demonstration" });
const installation: Ctx = {
  db: connection.db,
  actor: null,
  clock: { now: () => new Date() },
  files: diskFileStore(join(env.ANJI_DATA_DIRECTORY, "files")),
  signals: { listen: () => () => undefined },
  locale: "zh-CN",
  requestId: "demonstration",
  rules: ruleBook,
  filtersByScope: true,
};
const { isEmpty } = await installState(installation);
if (isEmpty) {
  await loadDemonstration(installation);
  const accounts = LEADING_CAST.map(({ username, who }) => ({ username, password: DEMONSTRATION_PASSWORD, who }));
  await writeFile(join(env.ANJI_DATA_DIRECTORY, "demonstration-accounts.json"), JSON.stringify(accounts, null, 2), {
    mode: 0o600,
  });
}
await connection.end();
