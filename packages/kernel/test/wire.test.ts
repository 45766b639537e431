import { expect, it } from "vitest";
import { refusalOfAnswer, refusalOfBody, type WireRefusal } from "../src/index.ts";

const refusal: WireRefusal = {
  code: "stale",
  rule: "kernel.stale",
  about: "content",
  message: "该记录已被他人改动。",
  params: { n: 1 },
  fields: [{ path: "text", rule: "kernel.fieldRequired", message: "必填。" }],
  current: { version: 2 },
};

it("a refusal is read alike from the error of a call and from the body of a request", () => {
  const error = Object.assign(new Error("refused"), { data: { code: "CONFLICT", httpStatus: 409, refusal } });
  expect(refusalOfAnswer(error)).toEqual(refusal);
  expect(refusalOfBody({ error: { data: { refusal } } })).toEqual(refusal);
});

it("a defect is told apart by its code, and what no server of ours says is no answer", () => {
  expect(refusalOfAnswer({ data: { refusal: { ...refusal, code: "defect" } } })?.code).toBe("defect");
  expect(refusalOfAnswer({ data: { refusal: { ...refusal, code: "teapot" } } })).toBeNull();
  expect([refusalOfAnswer(new Error("offline")), refusalOfBody("<html>"), refusalOfBody(null)]).toEqual([
    null,
    null,
    null,
  ]);
});
