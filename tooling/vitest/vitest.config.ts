import { join } from "node:path";
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

/** Tests that need no database: rooms without I/O, the console, and what the sources themselves must hold. */
const WITHOUT_DATABASE = [
  "packages/{kernel,workbook,official-documents}/test/**/*.test.ts",
  "apps/console/test/**/*.test.{ts,tsx}",
  "tests/contracts/*.test.ts",
];
/** Contracts that need more: a database, or whole programs over planted trees, which take minutes. */
const LONGER = ["tests/contracts/{catalogue,structure,new-context}.test.ts"];
const globalSetup = [join(import.meta.dirname, "global-setup.ts")];

export default defineConfig({
  root: checkout,
  test: {
    reporters: ["default", ...(report === undefined ? [] : [jsonTo(report)]), judgedDatabases()],
    projects: [
      {
        test: {
          ...shared,
          name: "sources",
          include: WITHOUT_DATABASE,
          exclude: [...notOurs, ...LONGER],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          globalSetup,
          name: "rooms",
          include: ["{packages,apps}/*/test/**/*.test.{ts,tsx}", "tooling/test/**/*.test.ts"],
          exclude: [...notOurs, ...WITHOUT_DATABASE],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Whole-product tests measure time and load, so they run alone, one file after the other.
        test: {
          ...shared,
          globalSetup,
          name: "product",
          include: ["tests/{guarantees,journeys,services}/**/*.test.ts", ...LONGER],
          exclude: [...notOurs],
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
