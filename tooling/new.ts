import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkout } from "./checkout.ts";
import { type Edits, NotPossible } from "./new/edits.ts";
import { newContext, newPage, newVerb } from "./new/index.ts";

const USAGE = `npm run new -- context <name> --title 长效机制 --subject riskPoint --term 风险点 [--after inspection]
npm run new -- verb <context> <act> --from open --to closed
npm run new -- page <context> <name> --title 经验库
`;

const REMAINING = {
  context: `By hand: its place in tests/guarantees (one in scope/world.ts, its procedures in scope/cases.ts and audit/story.ts),
its clauses in the README, and a permission's levels where not everybody may act.
`,
  verb: `By hand: say its phases in the lifecycle, name it in the router, its input in index.ts, both in tests/guarantees/scope/cases.ts and audit/story.ts; say its rule in the field's words.
Then npm run diagrams draws its lifecycle.
`,
  page: "By hand: where the page is found, in the navigation or on another page.\n",
};

const options = {
  title: { type: "string" },
  subject: { type: "string" },
  term: { type: "string" },
  after: { type: "string", default: "inspection" },
  from: { type: "string" },
  to: { type: "string" },
} as const;

try {
  main();
} catch (error) {
  if (!(error instanceof NotPossible || (error instanceof Error && "code" in error))) throw error;
  process.stderr.write(`${error.message}\n\n${USAGE}`);
  process.exitCode = 1;
}

function main(): void {
  const { positionals, values } = parseArgs({ options, allowPositionals: true });
  const [kind, ...names] = positionals;
  const given = (name: keyof typeof options) => required(values[name], `--${name}`);
  const named = (place: number, meaning: string) => required(names[place], meaning);
  if (kind === "context") {
    const request = { title: given("title"), subject: given("subject"), term: given("term"), after: given("after") };
    finish(newContext(checkout, { name: named(0, "<name>"), ...request }), kind);
    run("pnpm", ["install", "--no-frozen-lockfile"], checkout);
    // While nothing is released there is one migration, made again as a whole.
    rmSync(join(checkout, "packages", "schema", "migrations"), { recursive: true });
    run("pnpm", ["run", "generate"], join(checkout, "packages", "schema"));
  } else if (kind === "verb") {
    const request = { context: named(0, "<context>"), act: named(1, "<act>"), from: given("from"), to: given("to") };
    finish(newVerb(checkout, request), kind);
  } else if (kind === "page") {
    finish(
      newPage(checkout, { context: named(0, "<context>"), name: named(1, "<name>"), title: given("title") }),
      kind,
    );
  } else {
    throw new NotPossible("What is to be made: a context, a verb or a page?");
  }
}

function required(value: string | undefined, meaning: string): string {
  if (value === undefined) throw new NotPossible(`${meaning} is missing.`);
  return value;
}

function finish(edits: Edits, kind: keyof typeof REMAINING): void {
  edits.write();
  for (const path of edits.paths) process.stdout.write(`${path}\n`);
  run(
    join(checkout, "node_modules", ".bin", "oxfmt"),
    edits.paths.filter((path) => /\.(?:tsx?|json|cjs)$/.test(path)),
    checkout,
  );
  process.stdout.write(REMAINING[kind]);
}

function run(program: string, list: readonly string[], directory: string): void {
  const { status } = spawnSync(program, list, { cwd: directory, stdio: "inherit", env: { ...process.env, CI: "1" } });
  if (status !== 0) throw new NotPossible(`${program} failed; the files are written.`);
}
