import { beginLifetime } from "./launcher/lifetime.ts";
import { readOptions } from "./bench/options.ts";
import { runBench } from "./bench/run.ts";

process.exitCode = await main();

async function main(): Promise<number> {
  const lifetime = beginLifetime();
  try {
    const { missed } = await runBench(readOptions(process.argv.slice(2)), lifetime.signal);
    return missed === 0 ? 0 : 1;
  } catch (error) {
    if (lifetime.signal.aborted) return 130;
    process.stdout.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 1;
  } finally {
    lifetime.end();
  }
}
