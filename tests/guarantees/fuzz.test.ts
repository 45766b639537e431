import { appRouter, ruleBook } from "@anji/api";
import type { Actor, Locale } from "@anji/kernel";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atVersion, changes } from "./inputs/hostile.ts";
import { procedureInputs, type ProcedureInput } from "./inputs/procedures.ts";
import { validInput } from "./inputs/valid-input.ts";
import { AREAS, known, openScopeWorld, type ScopeWorld } from "./scope/world.ts";
import { insideOf, refusedBody } from "./surface/refusal-body.ts";

const RUNS = 3_500;
const AT_ONCE = 8;
/** Another seed gives other inputs. */
const SEED = 2008;
const ACTORS = [...AREAS, "observer", "worker"];
const FIRST_WORDS_MS = 60;
const LONGEST_ANSWER_CHARACTERS = 2_000_000;

const procedures = procedureInputs();
const request = fc.record({
  procedure: fc.constantFrom(...procedures),
  area: fc.constantFrom(...AREAS),
  /** Half of the attempts come from the area itself, and so pass the scope. */
  stranger: fc.option(fc.constantFrom(...ACTORS), { freq: 1 }),
  version: fc.integer({ min: 1, max: 5 }),
  locale: fc.constantFrom<Locale>("zh-CN", "en"),
  spoil: changes,
});
type Attempt = { procedure: ProcedureInput; input: unknown; actor: Actor; locale: Locale };

let world: ScopeWorld;
const defects: unknown[] = [];

beforeAll(async () => {
  world = await openScopeWorld();
});
afterAll(() => world.installation.end());

test("no input of any kind, to any procedure, by anyone, breaks the server or shows its inside", async () => {
  const attempts = fc
    .sample(request, { numRuns: RUNS, seed: SEED })
    .map(({ procedure, area, stranger, version, locale, spoil }): Attempt => ({
      procedure,
      input: spoil(atVersion(validInput(procedure.path, { world, area }), version)),
      actor: known(world.actors, stranger ?? area),
      locale,
    }));
  const answered = { refused: 0, accepted: 0 };
  const wrong: string[] = [];
  for (let from = 0; from < attempts.length; from += AT_ONCE) {
    const answers = await Promise.all(
      attempts.slice(from, from + AT_ONCE).map(async (attempt) => ({ attempt, ...(await answerTo(attempt)) })),
    );
    for (const { attempt, status, body } of answers) {
      wrong.push(...complaints(attempt, { status, body }));
      answered[status === 200 ? "accepted" : "refused"] += 1;
    }
  }
  expect(wrong).toEqual([]);
  expect(defects).toEqual([]);
  expect(answered.refused).toBeGreaterThan(RUNS / 3);
  expect(answered.accepted).toBeGreaterThan(RUNS / 20);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test("a cursor nobody gave out is a mistake of the input, whatever it holds", async () => {
  const keys = [
    "",
    "\u0000",
    "\ud800",
    "-1",
    "9223372036854775807",
    "9223372036854775808",
    "99999999999999999999",
    "0000-01-01",
    "2008-02-30",
    "infinity",
    "x".repeat(300),
  ];
  const sorts = ["dueOn", "foundFen", "outstandingFen", "discoveredOn", "number"];
  const id = "00000000-0000-7000-8000-000000000000";
  const packed = sorts.flatMap((by) =>
    keys.map((key) => ({ by, cursor: Buffer.from(JSON.stringify([by, "asc", key, id])).toString("base64url") })),
  );
  const plain = ["\u0000", "1:\u0000", "999999999:\ud800", "9999999999:x", "x", "W10", "e30"];
  const page = { world, area: "130600" } as const;
  const attempts = [
    ...packed.map(({ by, cursor }) => ({ path: "findings.list", change: { cursor, sort: { by, direction: "asc" } } })),
    ...[
      "findings.list",
      "figures.rows",
      "reporting.reports.contentRows",
      "campaign.offenders",
      "jurisdictions.people.list",
      "inspection.spotChecks.list",
    ].flatMap((path) => plain.map((cursor) => ({ path, change: { cursor } }))),
    ...keys.flatMap((key) =>
      ["unit", "kind", "fund", "category"].map((by) => ({
        path: "figures.rows",
        change: { figure: { by, key, quantity: "found" } },
      })),
    ),
  ];
  for (const { path, change } of attempts) {
    const procedure = known(new Map(procedures.map((one) => [one.path, one])), path);
    const input = { ...Object(validInput(path, page)), ...change };
    const attempt: Attempt = { procedure, input, actor: known(world.actors, "130600"), locale: "en" };
    expect(complaints(attempt, await answerTo(attempt))).toEqual([]);
  }
  expect(defects).toEqual([]);
});

/** The procedure's answer as the server sends it. */
async function answerTo({ procedure, input, actor, locale }: Attempt): Promise<{ status: number; body: string }> {
  const url = new URL(`http://test/trpc/${procedure.path}`);
  const text = JSON.stringify(input);
  const isChange = procedure.type === "mutation";
  if (!isChange && text !== undefined) url.searchParams.set("input", text);
  const response = await fetchRequestHandler({
    endpoint: "/trpc",
    router: appRouter,
    req: new Request(
      url,
      isChange ? { method: "POST", headers: { "content-type": "application/json" }, body: text ?? "" } : {},
    ),
    createContext: () => ({ ...world.installation.ctxOf(actor), rules: ruleBook, locale }),
    onError: ({ error, path }) => {
      if (error.code === "INTERNAL_SERVER_ERROR")
        defects.push({ path, input: text?.slice(0, 300), cause: error.cause?.cause ?? error.cause });
    },
  });
  return { status: response.status, body: await textOf(response) };
}

/** A stream does not end; its first message is enough. */
async function textOf(response: Response): Promise<string> {
  if (response.headers.get("content-type")?.startsWith("text/event-stream") !== true) return response.text();
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let said = "";
  const ended = new Promise<null>((resolve) => setTimeout(resolve, FIRST_WORDS_MS, null));
  for (let next = await reader?.read(); next?.done === false;) {
    said += next.value;
    const following = await Promise.race([reader?.read(), ended]);
    if (following === null) break;
    next = following;
  }
  await reader?.cancel();
  return said;
}

function complaints({ procedure, input, locale }: Attempt, answer: { status: number; body: string }): string[] {
  const about = `${procedure.path} ${JSON.stringify(input)?.slice(0, 300)}`;
  const { status, body } = answer;
  if (status >= 500 || body.includes('"kernel.defect"')) return [`a defect: ${about}`];
  if (body.length > LONGEST_ANSWER_CHARACTERS) return [`too long an answer: ${about}`];
  if (status === 200) return [];
  const { message, fields } = refusedBody(answer);
  const texts = [message, ...fields.map((field) => field.message)];
  // Names and amounts of the plan stay Chinese in an English sentence.
  const isRightLanguage = (text: string) => (locale === "en" ? /[a-z]{2}/ : /[\u4e00-\u9fff]/).test(text);
  return [
    ...insideOf(body).map((what) => `shows ${what}: ${about}`),
    ...texts
      .filter((text) => text === "" || !isRightLanguage(text))
      .map((text) => `in ${locale} says “${text}”: ${about}`),
  ];
}
