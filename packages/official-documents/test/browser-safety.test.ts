import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const SOURCES = new URL("../src/", import.meta.url);

/** The packages a file loads at run time, including those of its own modules. */
function loaded(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const text = readFileSync(new URL(name, SOURCES), "utf8");
  for (const [, from = ""] of text.matchAll(/^(?:import|export) (?!type )[^;]*? from "([^"]+)";/gm)) {
    if (from.startsWith("./")) loaded(from.slice(2), seen);
    else seen.add(from);
  }
  return seen;
}

it("the model loads nothing but the kernel; the layout loads the document library", () => {
  const own = new Set(readdirSync(SOURCES));
  const packages = (name: string) => [...loaded(name)].filter((one) => !own.has(one)).toSorted();
  expect(packages("index.ts")).toEqual(["@anji/kernel"]);
  expect(packages("docx.ts")).toEqual(["@anji/kernel", "@anji/workbook/writing", "docx"]);
});
