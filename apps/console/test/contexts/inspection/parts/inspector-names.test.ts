import { expect, it } from "vitest";
import { namesOf } from "../../../../src/contexts/inspection/parts/inspector-names.ts";

it("inspectors are read one a line or divided by commas, each once", () => {
  expect(namesOf("李淑敏\n王玉兰、赵志远， 李淑敏\n\n")).toEqual(["李淑敏", "王玉兰", "赵志远"]);
});
