import { describe, expect, it } from "vitest";
import { readServerEnv } from "../src/env.ts";

const LEAST = {
  DATABASE_URL: "postgres://anji_app:secret@127.0.0.1/anji",
  ANJI_DATA_DIRECTORY: "/srv/anji",
  ANJI_SECRET: "s".repeat(32),
};

describe("the server's settings", () => {
  it("are complete with a database, a directory and a secret", () => {
    expect(readServerEnv(LEAST)).toEqual({
      ...LEAST,
      ANJI_HOST: "127.0.0.1",
      ANJI_PORT: 4600,
      ANJI_DATABASE_CONNECTIONS: 10,
      ANJI_LOG_LEVEL: "info",
    });
  });

  it("take an empty variable for an absent one", () => {
    expect(readServerEnv({ ...LEAST, ANJI_PUBLIC_URL: "", ANJI_LOG_LEVEL: "", ANJI_PORT: "" })).toEqual(
      readServerEnv(LEAST),
    );
    expect(() => readServerEnv({ ...LEAST, ANJI_SECRET: "" })).toThrow("ANJI_SECRET");
  });

  it.each([
    ["DATABASE_URL", "127.0.0.1"],
    ["ANJI_PORT", "65536"],
    ["ANJI_PUBLIC_URL", "anji.example.cn"],
    ["ANJI_SECRET", "s".repeat(31)],
    ["ANJI_DATABASE_CONNECTIONS", "0"],
    ["ANJI_LOG_LEVEL", "loud"],
  ])("are refused with the name of what is wrong: %s=%s", (name, value) => {
    expect(() => readServerEnv({ ...LEAST, [name]: value })).toThrow(name);
  });
});
