import {
  amountFen,
  choice,
  idOf,
  kernelRules,
  mistakesOf,
  monthInput,
  occurrenceInput,
  refusal,
  textInput,
  unitCode,
} from "@anji/kernel";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { wireRefusal } from "../src/index.ts";

describe("each way a field can be wrong", () => {
  const field = z.strictObject({
    grade: choice(["good", "poor"]).optional(),
    remark: textInput({ min: 0, max: 3 }).optional(),
    percent: z.int().max(100).optional(),
    names: z.array(z.string()).min(2).max(3).optional(),
    unitCode: unitCode.optional(),
    month: monthInput.optional(),
    amountFen: amountFen.optional(),
    id: idOf("finding").optional(),
    occurrence: occurrenceInput.optional(),
  });

  it.each([
    [{ grade: "best" }, "grade", "kernel.fieldInvalid"],
    [{ remark: "一二三四" }, "remark", "kernel.fieldTooLong"],
    [{ remark: "一\u0000" }, "remark", "kernel.textControls"],
    [{ percent: 101 }, "percent", "kernel.fieldTooLarge"],
    [{ names: ["一"] }, "names", "kernel.fieldTooFew"],
    [{ names: ["一", "二", "三", "四"] }, "names", "kernel.fieldTooMany"],
    [{ unitCode: "1301" }, "unitCode", "kernel.unitCodeInvalid"],
    [{ month: "2008-13" }, "month", "kernel.monthInvalid"],
    [{ amountFen: "1.5" }, "amountFen", "kernel.amountInvalid"],
    [{ amountFen: "-1" }, "amountFen", "kernel.amountNegative"],
    [{ amountFen: "9000000000000001" }, "amountFen", "kernel.amountTooLarge"],
    [{ id: "7" }, "id", "kernel.idInvalid"],
    [{ occurrence: { text: "1996", precision: "day" } }, "occurrence.text", "kernel.dateInvalid"],
  ])("has its rule and its message in both languages: %o", (input, path, rule) => {
    const parsed = field.safeParse(input);
    const fields = parsed.success ? [] : mistakesOf(parsed.error);
    expect(fields.map((one) => [one.path, one.rule])).toEqual([[path, rule]]);
    for (const locale of ["zh-CN", "en"] as const) {
      const wire = wireRefusal(refusal({ code: "invalid", rule: "kernel.invalidInput", fields }), {
        rules: kernelRules,
        locale,
      });
      expect(wire.fields[0]?.message).not.toMatch(/[{}]|undefined/);
    }
  });
});
