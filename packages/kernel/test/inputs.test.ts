import { describe, expect, it } from "vitest";
import { z } from "zod";

import type { Locale } from "../src/actor.ts";
import { amountFen } from "../src/fen.ts";
import { commandId, expectedVersion, idOf } from "../src/ids.ts";
import {
  choice,
  dayInput,
  localeInput,
  monthInput,
  occurrenceInput,
  pageInput,
  textInput,
  unitCode,
} from "../src/inputs.ts";
import { mistakesOf } from "../src/mistakes.ts";
import { kernelRules, ruleMessage } from "../src/rules.ts";

const schema = z.strictObject({
  title: textInput({ min: 2, max: 5 }),
  remark: textInput({ min: 1, max: 5 }),
  unit: unitCode,
  dueOn: dayInput,
  month: monthInput,
  occurred: occurrenceInput,
  fund: choice(["pension", "unemployment"]),
  amount: amountFen,
  version: expectedVersion,
  commandId,
  lines: z
    .array(z.strictObject({ no: z.int().max(9) }))
    .min(1)
    .max(2),
});

const good = {
  title: " 挪用 ",
  remark: "无",
  unit: "130102",
  dueOn: "2009-03-31",
  month: "2008-09",
  occurred: { text: "1996-12", precision: "month" },
  fund: "pension",
  amount: "2683472",
  version: 1,
  commandId: "0190a8f0-7c1e-7000-8000-000000000000",
  lines: [{ no: 1 }],
};

function mistakes(input: unknown) {
  const result = schema.safeParse(input);
  return result.success ? [] : mistakesOf(result.error);
}

function messages(input: unknown, reader: Locale): Record<string, string> {
  return Object.fromEntries(
    mistakes(input).map((one) => [one.path, ruleMessage(kernelRules, one.rule, one.params, reader)]),
  );
}

describe("the pieces of an input", () => {
  it("accepts what is right and brings it into form", () => {
    expect(schema.parse(good)).toMatchObject({ title: "挪用", amount: 2683472n, dueOn: "2009-03-31" });
  });

  it("says of every missing field that it is required, an enumeration and an id too", () => {
    const found = mistakes({});
    expect(found.map((one) => one.path)).toEqual(Object.keys(good));
    expect(new Set(found.map((one) => one.rule))).toEqual(new Set(["kernel.fieldRequired"]));
  });

  it("says required, not too short, of an empty text and an empty list", () => {
    expect(messages({ ...good, remark: "  ", lines: [] }, "zh-CN")).toEqual({ remark: "必填。", lines: "必填。" });
  });

  const wrong = {
    ...good,
    title: "一",
    remark: "一二三四五六",
    unit: "13010",
    dueOn: "2008-02-30",
    month: "2008-13",
    occurred: { text: "1996-12", precision: "day" },
    fund: "maternity",
    amount: "-1",
    version: 0,
    commandId: "7",
    lines: [{ no: 10 }],
  };

  it("names each mistake at its field, in Chinese", () => {
    expect(messages(wrong, "zh-CN")).toEqual({
      title: "至少 2 个字。",
      remark: "不能超过 5 个字。",
      unit: "单位代码应为 6 位数字。",
      dueOn: "日期应为实际存在的某年-月-日。",
      month: "月份应为某年-月。",
      "occurred.text": "日期与所选精度（年、月、日）不符。",
      fund: "格式不正确。",
      amount: "金额不能为负数。",
      version: "不能小于 1。",
      commandId: "编号格式不正确。",
      "lines.0.no": "不能大于 9。",
    });
  });

  it("and in English", () => {
    expect(messages(wrong, "en")).toMatchObject({
      title: "At least 2 characters.",
      dueOn: "Give a day that exists, as YYYY-MM-DD.",
      amount: "An amount cannot be negative.",
      "lines.0.no": "Not more than 9.",
    });
  });

  it("refuses fields nobody asked for, by name", () => {
    expect(mistakes({ ...good, status: "closed", isPaid: true })).toEqual([
      { path: "", rule: "kernel.fieldUnknown", params: { keys: "status, isPaid" } },
    ]);
    expect(messages({ ...good, status: "closed" }, "zh-CN")).toEqual({ "": "不能识别的项目：status。" });
  });

  it("counts the items of a list", () => {
    expect(messages({ ...good, lines: [{ no: 1 }, { no: 2 }, { no: 3 }] }, "zh-CN")).toEqual({ lines: "最多 2 项。" });
  });

  it("refuses control characters a database cannot hold, and keeps tabs and line ends", () => {
    expect(mistakes({ ...good, title: "挪\u0000用" })).toMatchObject([{ path: "title", rule: "kernel.textControls" }]);
    expect(mistakes({ ...good, title: "挪\t\n用" })).toEqual([]);
  });

  it("passes on the rule and the parameters a refinement names", () => {
    const paid = z.strictObject({ repaid: z.int() }).refine((one) => one.repaid <= 5, {
      error: "findings.repaidTooMuch",
      path: ["repaid"],
      params: { found: 5, note: { hidden: true } },
    });
    const result = paid.safeParse({ repaid: 6 });
    expect(result.success ? [] : mistakesOf(result.error)).toEqual([
      { path: "repaid", rule: "findings.repaidTooMuch", params: { found: 5 } },
    ]);
  });

  it("has a message in both languages for every rule it can name", () => {
    const inputs = [
      {},
      wrong,
      { ...good, amount: "x" },
      { ...good, amount: "9".repeat(19) },
      { ...good, lines: 1, title: 1 },
      null,
      7,
    ];
    for (const one of inputs.flatMap(mistakes)) {
      for (const reader of ["zh-CN", "en"] as const) {
        expect(ruleMessage(kernelRules, one.rule, one.params, reader)).not.toMatch(/[{}]|^$/);
      }
    }
  });

  it("limits a page to 200 rows and knows two languages", () => {
    expect(pageInput.safeParse({ cursor: null, limit: 200 }).success).toBe(true);
    expect(pageInput.safeParse({ cursor: null, limit: 201 }).success).toBe(false);
    expect(pageInput.safeParse({ cursor: "", limit: 1 }).success).toBe(false);
    expect([localeInput.safeParse("zh-CN").success, localeInput.safeParse("fr").success]).toEqual([true, false]);
    expect(idOf("finding").safeParse("x").success).toBe(false);
  });
});
