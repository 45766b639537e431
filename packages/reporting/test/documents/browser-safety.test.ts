import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const DOCUMENTS = join(dirname(fileURLToPath(import.meta.url)), "../../src/documents");
/** Rooms whose model is followed like our own. */
const FOLLOWED: Readonly<Record<string, string>> = {
  "@anji/figures": join(DOCUMENTS, "../../../figures/src/index.ts"),
  "@anji/official-documents": join(DOCUMENTS, "../../../official-documents/src/index.ts"),
};

/** Everything a file loads at run time, including what its own modules load. */
function loaded(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, from = ""] of readFileSync(file, "utf8").matchAll(
    /^(?:import|export) (?!type )[^;]*? from "([^"]+)";/gm,
  )) {
    const own = from.startsWith(".") ? join(dirname(file), from) : FOLLOWED[from];
    if (own === undefined) seen.add(from);
    else loaded(own, seen);
  }
  return seen;
}

describe("what the console may share with the worker", () => {
  it.each(["monthly-report-content.ts", "summary-report-content.ts", "figure-names.ts", "monthly-report-text.ts"])(
    "%s loads nothing but the kernel and the library the kernel's inputs are made of",
    (name) => {
      const packages = [...loaded(join(DOCUMENTS, name))].filter((path) => !path.startsWith("/"));
      expect(packages.filter((path) => path !== "@anji/kernel" && path !== "zod")).toEqual([]);
    },
  );

  it("the door for the worker does load the document library, so the check above can fail", () => {
    expect([...loaded(join(DOCUMENTS, "index.ts"))]).toContain("@anji/official-documents/docx");
  });
});
