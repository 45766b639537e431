import { defineConfig } from "vitest/config";
import { checkout } from "../checkout.ts";

const notOurs = ["**/node_modules/**", "**/dist/**"];
const shared = {
  pool: "forks",
  // For a test that hangs. No test has a limit of its own: beside other work all of them take longer.
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 240_000 } },
} as const;

export default defineConfig({
  root: checkout,
  test: {
    globalSetup: ["tooling/vitest/global-setup.ts"],
    projects: [
      {
        test: {
          ...shared,
          exclude: [...notOurs],
          name: "rooms",
          maxWorkers: 2,
          include: ["{packages,apps}/*/test/**/*.test.{ts,tsx}", "tooling/test/**/*.test.ts"],
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Whole-product tests measure time and load, so they run alone, one file after the other.
        test: {
          ...shared,
          exclude: [...notOurs],
          name: "product",
          include: ["tests/**/*.test.ts"],
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
