import { campaignRules } from "@anji/campaign";
import { connect, diskFileStore } from "@anji/database";
import { findingsRules } from "@anji/findings";
import { type Actor, type Id, kernelRules } from "@anji/kernel";
import { ledgerSheetRules } from "@anji/ledger-sheet";
import { runImport } from "@anji/ledger-sheet/verbs";
import { workbookRules } from "@anji/workbook";

/** A server process that does nothing but run one import; the test kills it. */
type Task = { appUrl: string; fileDirectory: string; actor: Actor; importId: Id<"ledgerImport"> };

const task = taskOf(process.env["ANJI_TEST_TASK"] ?? "");
const connection = connect({ url: task.appUrl, connections: 2, applicationName: "import" });
const ctx = {
  db: connection.db,
  actor: task.actor,
  clock: { now: () => new Date("2008-10-15T12:00:00+08:00") },
  files: diskFileStore(task.fileDirectory),
  signals: { listen: () => () => undefined },
  locale: "zh-CN",
  requestId: "import",
  rules: { ...kernelRules, ...campaignRules, ...workbookRules, ...findingsRules, ...ledgerSheetRules },
  filtersByScope: true,
} as const;
await runImport(ctx, task.importId);
await connection.end();

// The test itself writes the task.
function taskOf(text: string): Task {
  return JSON.parse(text) as Task;
}
