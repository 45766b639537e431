import { TRPCError } from "@trpc/server";
import { DrizzleQueryError } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { loggedError } from "../src/log.ts";

describe("a failed statement in the log", () => {
  const driver = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  const failed = new DrizzleQueryError(
    'select "id" from "auth"."session" where "token" = $1',
    ["session-token-of-a-person"],
    driver,
  );

  it.each([
    ["as it is", failed],
    [
      "wrapped by a procedure",
      new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: failed.message, cause: failed }),
    ],
  ])("tells statement, place and cause but no value, %s", (_, error) => {
    const logged = loggedError(error);
    const text = JSON.stringify(logged);
    expect(text).not.toContain("session-token-of-a-person");
    expect(logged.message).toBe('Failed query: select "id" from "auth"."session" where "token" = $1');
    expect(logged.frames).toContain("log.test.ts");
    expect(text).toContain("ECONNREFUSED");
  });
});
