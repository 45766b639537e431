import { expect, test } from "vitest";
import { EnvironmentError, readEnvironment } from "../env.ts";

test("without any variable the documented defaults hold", () => {
  const environment = readEnvironment({});
  expect(environment.ANJI_PORT).toBe(4600);
  expect(environment.ANJI_HOST).toBe("127.0.0.1");
  expect(environment.ANJI_DATA_DIRECTORY).toMatch(/\/\.anji$/);
  expect(environment.DATABASE_URL).toBeUndefined();
});

test("an empty variable counts as absent", () => {
  expect(readEnvironment({ ANJI_PORT: "" }).ANJI_PORT).toBe(4600);
});

test.each([
  ["ANJI_PORT", "http"],
  ["ANJI_PORT", "0"],
  ["ANJI_PORT", "70000"],
  ["ANJI_DATABASE_PORT", "-1"],
  ["ANJI_PUBLIC_URL", "anji.example.cn"],
  ["ANJI_PUBLIC_URL", "https://anji.example.cn/console"],
  ["DATABASE_URL", "mysql://root@localhost/anji"],
  ["DATABASE_URL", "postgres://owner@localhost"],
  ["DATABASE_URL", "localhost"],
])("%s=%s is refused by its name", (name, value) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(EnvironmentError);
  expect(() => readEnvironment({ [name]: value })).toThrow(new RegExp(`^${name} has a wrong value: .+`));
});

test("an app role without its database is refused", () => {
  expect(() => readEnvironment({ DATABASE_APP_URL: "postgres://app@localhost/anji" })).toThrow(/DATABASE_URL/);
});
