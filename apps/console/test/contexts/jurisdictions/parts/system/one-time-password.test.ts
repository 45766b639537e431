import { addPersonInput } from "@anji/jurisdictions";
import { expect, it } from "vitest";
import { oneTimePassword } from "../../../../../src/contexts/jurisdictions/parts/system/one-time-password.ts";

it("a one-time password is one the server takes, can be read out, and is never the same", () => {
  const made = Array.from({ length: 2000 }, oneTimePassword);
  const { password } = addPersonInput.shape;
  for (const one of made) {
    expect(one).toMatch(/^[a-hjkmnp-z2-9]{4}(?:-[a-hjkmnp-z2-9]{4}){2}$/);
    expect(password.safeParse(one).success).toBe(true);
  }
  expect(new Set(made).size).toBe(made.length);
});
