import { defineConfig } from "vitest/config";
import { checkout } from "../checkout.ts";

export default defineConfig({
  root: checkout,
  test: {
    include: ["{packages,apps,tests,tooling}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    globalSetup: ["tooling/vitest/global-setup.ts"],
    pool: "forks",
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
