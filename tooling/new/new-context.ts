import { Edits, NotPossible } from "./edits.ts";
import { camel, kebab, pascal, plural, snake, title, wordsOf } from "./words.ts";

export type ContextRequest = {
  /** The room, such as `prevention`, and what it is called in Chinese. */
  readonly name: string;
  readonly title: string;
  /** What it keeps, such as `riskPoint`, and its Chinese term. */
  readonly subject: string;
  readonly term: string;
  /** The room of the line it comes after. */
  readonly after: string;
};

/** A context with one subject, one lifecycle of two acts and one page, named where the house lists its contexts. */
export function newContext(checkout: string, request: ContextRequest): Edits {
  if (!/^[a-z][a-z-]*[a-z]$/.test(request.name))
    throw new NotPossible("A room is named in small letters: ledger-sheet.");
  const edits = new Edits(checkout);
  const values = valuesOf(request);
  const name = camel(request.name);
  const room = `packages/${request.name}`;
  edits.fromTemplates("context", { to: room, values });
  edits.fromTemplates("console", { to: `apps/console/src/contexts/${request.name}`, values });
  listInTheLine(edits, request);
  const dependency = `    "@anji/${request.name}": "workspace:*",`;
  edits.insertSorted("packages/api/package.json", /^ {4}"@anji\/.*workspace/, dependency);
  const door = `import { ${name}Contribution } from "@anji/${request.name}/contribution";`;
  edits.insertSorted("packages/api/src/contexts.ts", /^import .*"@anji\//, door);
  const before = camel(request.after);
  edits.insertAfter(
    "packages/api/src/contexts.ts",
    new RegExp(`^  ${before}: .*\\n`, "m"),
    `  ${name}: ${name}Contribution,\n`,
  );
  const folder = `import * as ${name} from "./contexts/${request.name}/index.ts";`;
  edits.insertSorted("apps/console/src/contexts.ts", /^import \* as /, folder);
  edits.insertAfter("apps/console/src/contexts.ts", /^ {2}reporting,\n/m, `  ${name},\n`);
  document(edits, request);
  return edits;
}

function listInTheLine(edits: Edits, { name, after }: ContextRequest): void {
  edits.insertAfter("tooling/checks/dependency-cruiser.cjs", new RegExp(`^  "${after}",\\n`, "m"), `  "${name}",\n`);
}

function document(edits: Edits, request: ContextRequest): void {
  const { name, after, subject, term } = request;
  const page = "docs/architecture.md";
  edits.insertAfter(page, new RegExp(`^\`kernel ←.* ${after}`, "m"), ` ← ${name}`);
  edits.insertAfter(
    page,
    new RegExp(`^\\| \`packages/${after}\` .*\\n`, "m"),
    `| \`packages/${name}\` | ${request.title} |\n`,
  );
  const section = `## ${name}\n\n| Chinese | Name | Meaning |\n|---|---|---|\n| ${request.title} | \`${camel(name)}\` | the room |\n| ${term} | \`${subject}\` | ${request.title}: what each unit records and another person closes |\n`;
  edits.insertAfter("docs/glossary.md", new RegExp(`^## ${after}\\n(?:(?!## ).*\\n)*`, "m"), `${section}\n`);
}

function valuesOf({ name, subject, term, title: chinese }: ContextRequest): Record<string, string> {
  return {
    kebab: kebab(name),
    camel: camel(name),
    Pascal: pascal(name),
    snake: snake(name),
    Words: title(name),
    title: chinese,
    term,
    subject: camel(subject),
    Subject: pascal(subject),
    SUBJECT: snake(subject).toUpperCase(),
    subject_snake: snake(subject),
    "subject-kebab": kebab(subject),
    subjectWords: wordsOf(subject).join(" "),
    SubjectWords: title(subject),
    Subjects: plural(pascal(subject)),
    "subjects-kebab": plural(kebab(subject)),
  };
}
