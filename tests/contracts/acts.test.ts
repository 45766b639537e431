import { expect, it } from "vitest";
import { sources, tests } from "./sources.ts";

/** Where an act may be opened by hand, and why. Everywhere else it is a `verb`, a `verbAround` or a `systemAct`. */
const OPENS_ACTS: Readonly<Record<string, string>> = {
  "packages/database/src/perform.ts": "it is defined here",
  "packages/database/src/verb.ts": "verb, verbAround and systemAct are made of it",
  "packages/database/test/files.test.ts": "tests the steps of a file inside an act of its own",
  "packages/database/test/perform.test.ts": "tests it",
  "packages/database/test/read.test.ts": "writes what is read, without a room above",
};

it("an act is opened only where acts are made", () => {
  const named = [...sources(), ...tests()].filter(({ text }) => /\bperform\s*[<({,}]/.test(withoutComments(text)));
  const paths = named.map(({ path }) => path).filter((path) => !path.startsWith("tests/contracts/"));
  expect(paths.toSorted()).toEqual(Object.keys(OPENS_ACTS).toSorted());
});

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
}
