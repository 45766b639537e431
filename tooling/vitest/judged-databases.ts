import { noteOutcome, testDatabases } from "@anji/testing/databases";
import postgres from "postgres";
import type { Reporter, TestModule } from "vitest/node";

/** Notes on the databases of a test file how it ended: those of a passed file are dropped, those of a failed one kept. */
export function judgedDatabases(): Reporter {
  return {
    async onTestModuleEnd(module: TestModule) {
      const ownerUrl = process.env.ANJI_TEST_OWNER_URL;
      if (ownerUrl === undefined) return;
      const outcome = module.state() === "failed" ? "failed" : "passed";
      const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
      for (const { name, file } of await testDatabases(sql))
        if (file === module.moduleId) await noteOutcome(sql, { name, file, outcome });
      await sql.end();
    },
  };
}
