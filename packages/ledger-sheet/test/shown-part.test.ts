import { describe, expect, it } from "vitest";
import { SHOWN_MAX, shownMistakes, shownRows } from "../src/queries/shown-part.ts";

const rows = Array.from({ length: 5000 }, (_, index) => ({
  rowNumber: index + 1,
  state: index === 4000 ? ("conflict" as const) : index % 2 === 0 ? ("new" as const) : ("same" as const),
}));

describe("what is shown of a checked sheet", () => {
  it("is no longer than any other list, whatever the sheet holds", () => {
    expect(shownRows(rows)).toHaveLength(SHOWN_MAX);
    expect(shownMistakes(rows.map(() => ({ severity: "error" as const })))).toHaveLength(SHOWN_MAX);
  });

  it("holds the row one has to decide about, however far down it stands, and keeps the order of the sheet", () => {
    const shown = shownRows(rows);
    expect(shown.at(-1)).toEqual({ rowNumber: 4001, state: "conflict" });
    expect(shown.map((row) => row.rowNumber)).toEqual(
      shown.map((row) => row.rowNumber).toSorted((one, other) => one - other),
    );
  });

  it("is of one state alone when that is asked for, as many as fit", () => {
    expect(shownRows(rows, "conflict")).toEqual([{ rowNumber: 4001, state: "conflict" }]);
    expect(new Set(shownRows(rows, "same").map((row) => row.state))).toEqual(new Set(["same"]));
    expect(shownRows(rows, "same")).toHaveLength(SHOWN_MAX);
  });

  it("is everything, as it stands, while it fits", () => {
    expect(shownRows(rows.slice(0, 60))).toEqual(rows.slice(0, 60));
    const mixed = [{ severity: "warning" as const }, { severity: "error" as const }];
    expect(shownMistakes(mixed)).toEqual(mixed);
  });

  it("tells errors before warnings when not all of them fit", () => {
    const warnings = Array.from({ length: SHOWN_MAX }, () => ({ severity: "warning" as const }));
    expect(shownMistakes([...warnings, { severity: "error" as const }])[0]).toEqual({ severity: "error" });
  });
});
