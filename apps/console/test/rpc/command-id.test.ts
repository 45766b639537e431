import { expect, it } from "vitest";
import { z } from "zod";
import { newCommandId } from "../../src/rpc/command-id.ts";

it("a command's id is a random UUID, also where the browser gives none by itself", () => {
  const ids = Array.from({ length: 500 }, newCommandId);
  for (const id of ids) expect(z.uuidv4().safeParse(id).success).toBe(true);
  expect(new Set(ids).size).toBe(500);
});
