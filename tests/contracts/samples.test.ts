import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "./sources.ts";

it("the sample workbook a newcomer is given is the one the tests import", async () => {
  const [given, tested] = await Promise.all(
    ["docs/samples", "packages/ledger-sheet/test/fixtures"].map((place) =>
      readFile(join(root, place, "earlier-findings.xlsx")),
    ),
  );
  expect(given?.equals(tested ?? new Uint8Array())).toBe(true);
});
