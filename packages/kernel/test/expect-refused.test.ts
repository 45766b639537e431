import { expect, describe, it } from "vitest";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { refusal, RefusalError } from "../src/index.ts";

const late = refusal({ code: "precondition", rule: "test.late", params: { days: 3 } });
const refused = (reason: unknown) => Promise.reject(reason);

describe("an attempt expected to be refused", () => {
  it("answers its refusal, as it is thrown and as the cause of an answer", async () => {
    expect(await expectRefused(refused(new RefusalError(late)), "test.late")).toBe(late);
    const answer = new Error("a transport's own", { cause: new RefusalError(late) });
    expect(await expectRefused(refused(answer), "test.late", { days: 3 })).toBe(late);
    expect(await refusalOf(refused(answer))).toBe(late);
  });

  it.each([
    [
      "another rule",
      () => refused(new RefusalError(late)),
      "test.early",
      {},
      /refused by test\.late, not by test\.early/,
    ],
    [
      "other parameters",
      () => refused(new RefusalError(late)),
      "test.late",
      { days: 4 },
      /other parameters: .*"days":3/,
    ],
    ["a defect", () => refused(new Error("the disk is full")), "test.late", {}, /test\.late: the disk is full/],
    ["an answer", () => Promise.resolve({ id: 7 }), "test.late", {}, /test\.late: not refused, but answered {"id":7}/],
  ])("fails the test with what it met: %s", async (_, attempt, rule, params, said) => {
    await expect(expectRefused(attempt(), rule, params)).rejects.toThrow(said);
  });
});
