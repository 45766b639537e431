import { defineConfig } from "vitest/config";
import { checkout } from "../checkout.ts";
import { judgedDatabases } from "./judged-databases.ts";

const notOurs = ["**/node_modules/**", "**/dist/**"];
const shared = {
  pool: "forks",
  // For a test that hangs. No test has a limit of its own: beside other work all of them take longer.
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 240_000 } },
} as const;

/** Where `npm test` reads the outcome from. */
const report = process.env.ANJI_TEST_REPORT;

function jsonTo(outputFile: string): ["json", { outputFile: string }] {
  return ["json", { outputFile }];
}

export default defineConfig({
  root: checkout,
  test: {
    reporters: ["default", ...(report === undefined ? [] : [jsonTo(report)]), judgedDatabases()],
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
