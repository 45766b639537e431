import { runStaticChecks, type Counts } from "./checks/static-checks.ts";
import { runTests } from "./checks/test-run.ts";
import { buildConsole, consoleDirectory } from "./launcher/console-build.ts";
import { beginLifetime } from "./launcher/lifetime.ts";
import { openKept } from "./vitest/open-kept.ts";

const lifetime = beginLifetime();
const isWhole = process.argv.length === 2;

const [option, ...rest] = process.argv.slice(2);
const act = option === "--open" ? openKept({ name: rest[0], over: lifetime.over }) : main();

process.exitCode = await act.catch((error: unknown) => {
  if (!lifetime.signal.aborted) throw error;
  process.stdout.write("Stopped.\n");
  return 130;
});

/** Every check and test; with paths as arguments only the tests below them. The last line is the sum of all. */
async function main(): Promise<number> {
  const counts = isWhole ? [await runStaticChecks(lifetime.signal), await buildForJourneys()] : [];
  process.env.ANJI_CONSOLE_DIRECTORY = consoleDirectory;
  counts.push(await runTests({ signal: lifetime.signal, filters: process.argv.slice(2) }));
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

/** The browser journeys use the shipped console. */
async function buildForJourneys(): Promise<Counts> {
  try {
    await buildConsole({ signal: lifetime.signal });
    process.stdout.write("✓ the console builds\n");
    return { passed: 1, failed: 0 };
  } catch (error) {
    lifetime.signal.throwIfAborted();
    process.stdout.write(`✗ the console builds\n${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
}
