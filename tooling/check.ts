import { runStaticChecks } from "./checks/static-checks.ts";
import { beginLifetime } from "./launcher/lifetime.ts";

const unknown = process.argv.slice(2);
if (unknown.length > 0) {
  process.stdout.write(`npm run check takes no options, given: ${unknown.join(" ")}\n`);
  process.exit(1);
}
const { passed, failed } = await runStaticChecks(beginLifetime().signal);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
