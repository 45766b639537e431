import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { Edits, NotPossible } from "./edits.ts";
import { camel, kebab, pascal } from "./words.ts";

export type VerbRequest = {
  readonly context: string;
  /** The act in the lifecycle, such as `postpone`. */
  readonly act: string;
  /** The statuses it leads from and to. */
  readonly from: string;
  readonly to: string;
};

const LIFECYCLE = ".lifecycle.ts";

/** An act on the subject of a context: a row in its lifecycle, an input, a rule, a verb and a test. */
export function newVerb(checkout: string, { context, act, from, to }: VerbRequest): Edits {
  const edits = new Edits(checkout);
  const source = `packages/${context}/src`;
  const [lifecycle, ...others] = globSync(`*${LIFECYCLE}`, { cwd: join(checkout, source) });
  if (lifecycle === undefined || others.length > 0) {
    throw new NotPossible(
      `${source} needs exactly one *${LIFECYCLE}; write the verb by hand, as CONTRIBUTING.md says.`,
    );
  }
  const subjectFile = basename(lifecycle, LIFECYCLE);
  const room = camel(context);
  const name = `${act}${pascal(subjectFile)}`;
  const values = {
    camel: name,
    kebab: kebab(name),
    context: room,
    act,
    from,
    to,
    subject: camel(subjectFile),
    "subject-kebab": subjectFile,
  };
  edits.fromTemplates("verb", { to: `packages/${context}`, values });
  const row = `    ${act}: {\n      from: ["${from}"],\n      to: "${to}",\n      levels: ["province", "city", "county"],\n      roles: ["clerk", "leader"],\n      otherwise: "${room}.${act}NotOpen",\n    },\n`;
  edits.insertAfter(`${source}/${lifecycle}`, /^ {2}acts: \{\n/m, row);
  edits.append(`${source}/inputs.ts`, inputOf(name, camel(subjectFile)));
  edits.insertAfter(`${source}/rules.ts`, /Rules = \{\n/, ruleOf(room, act));
  edits.append(`${source}/verbs/index.ts`, `export { ${name} } from "./${kebab(name)}.ts";\n`);
  return edits;
}

function inputOf(name: string, subject: string): string {
  return `export const ${name}Input = z.strictObject({
  commandId,
  id: idOf("${subject}"),
  version: expectedVersion,
  remark: textInput({ min: 1, max: REMARK_CHARACTERS_MAX }),
});
`;
}

function ruleOf(room: string, act: string): string {
  return `  "${room}.${act}NotOpen": {
    clause: null,
    about: "state",
    "zh-CN": "当前状态不能办理此事项。",
    en: "This is not open in the present status.",
  },
`;
}
