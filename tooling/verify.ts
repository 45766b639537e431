import { runStaticChecks } from "./checks/static-checks.ts";
import { runTests } from "./checks/test-run.ts";
import { beginLifetime } from "./launcher/lifetime.ts";

const { signal } = beginLifetime();
/** What can be said of a change without a database: the static checks, and the tests of the project `sources`. */
const counts = [await runStaticChecks(signal), await runTests({ signal, filters: ["--project=sources"] })];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
