import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { checkout } from "../checkout.ts";
import type { Comparison } from "./measure.ts";

export function lineOf(one: Comparison): string {
  const times = `${one.ours.toFixed(1).padStart(9)} ms / ${one.floor.toFixed(1).padStart(9)} ms`;
  return `${one.name.padEnd(46)} ${one.ratio.toFixed(2).padStart(6)} × ${barText(one).padEnd(14)} ${times}  n=${one.runs}`;
}

export function writeReport(results: readonly Comparison[], options: { rows: number; on: string }): void {
  const lines = results.map(
    (one) =>
      `| ${one.name} | ${one.ratio.toFixed(2)} | ${one.bar ?? "reported"} | ${one.bar === null ? "" : isHeld(one) ? "yes" : "**no**"} |`,
  );
  writeFileSync(join(checkout, "docs", "benchmarks.md"), pageOf(lines, options));
}

export function isHeld(one: Comparison): boolean {
  return one.bar === null || one.ratio <= one.bar;
}

function barText(one: Comparison): string {
  if (one.bar === null) return "(reported)";
  return `${isHeld(one) ? "≤" : "MISSES"} ${one.bar}`;
}

function pageOf(lines: readonly string[], options: { rows: number; on: string }): string {
  return `# Benchmarks

What the product costs above the least that could do the same, as ratios of medians. Both sides of a ratio run in the
same minute on the same database, in turn. How long either takes on a given machine says little and is not written here.

Measured on ${options.on} with ${options.rows.toLocaleString("en")} generated findings beside the demonstration, ${availableParallelism()} cores, the embedded PostgreSQL with durable settings.

| what | ratio | at most | held |
|---|---|---|---|
${lines.join("\n")}

## What each side is

- **Ledger page**: fund line and status filtered, sorted by deadline, 50 rows, first page and the page half way down by
  cursor; \`findings.list\` through tRPC with a service key on a keep-alive connection. Floor: a bare \`node:http\`
  server with postgres.js. It sends the statements that were captured from the product, except for the campaign's own row,
  and answers the rows as JSON. Parameters, role and scope are the same, in one read-only transaction. It sends the
  statements prepared and unprepared; the quicker way counts.
- **Group sums**: \`findings.sums\` of the whole province, with the same kind of floor.
- **Import**: a workbook of 10,000 new findings from the product's own writer, timed from \`startImport\` to done. It reads, checks,
  matches, numbers, and writes findings, lines, settlements, history, checkpoints and audit. Floor: \`COPY\` of
  the same findings, lines and settlements in one transaction. Its tables hold a ledger of the same size, with indexes and
  checks but without triggers, foreign keys and row-level security. The other row is the same into empty tables.
- **Export**: \`ledgerSheet.export\` of a view of about 100,000 findings, rows read from the ledger included. Floor:
  deflating the worksheet that came out, at the default level.
- **Row-level security**: the same statements by a role under the policies, and by the tables' owner freed from them.

## Again

    npm run bench                                  # a million rows, half an hour on two cores
    npm run bench -- --rows 200000 --only page
    npm run bench -- --directory .anji/bench       # keeps the filled database for the next run
    npm run bench -- --write                       # writes this page

The generator is seeded: every run has the same ledger (\`tooling/bench/generate-findings.ts\`).
`;
}
