/** What is planted, the rule that sees it, and its files. Files named a, b, c or d get unique names in the tree. */
export type Planted = readonly [what: string, rule: string, files: Readonly<Record<string, string>>];

/** Bad imports that bring code along. */
export const PLANTED_CODE: readonly Planted[] = [
  [
    "a model that reaches drizzle through another file",
    "model-is-browser-safe",
    {
      "packages/findings/src/index.ts": 'export { a } from "./a.ts";',
      "packages/findings/src/a.ts": 'import { eq } from "drizzle-orm";\nexport const a = eq;',
    },
  ],
  [
    "a model that reaches postgres",
    "model-is-browser-safe",
    { "packages/campaign/src/index.ts": 'import postgres from "postgres";\nexport const a = postgres;' },
  ],
  [
    "a model that reaches tRPC",
    "model-is-browser-safe",
    { "packages/jurisdictions/src/index.ts": 'import { initTRPC } from "@trpc/server";\nexport const a = initTRPC;' },
  ],
  [
    "a model that reaches the disk",
    "model-is-browser-safe",
    { "packages/kernel/src/index.ts": 'import { readFileSync } from "node:fs";\nexport const a = readFileSync;' },
  ],
  [
    "kernel that asks the database",
    "upwards-from-kernel",
    {
      "packages/kernel/src/a.ts": 'import { database } from "../../database/src/index.ts";\nexport const a = database;',
    },
  ],
  [
    "campaign that asks findings",
    "upwards-from-campaign",
    {
      "packages/findings/src/b.ts": "export const b = 1;",
      "packages/campaign/src/a.ts": 'import { b } from "../../findings/src/b.ts";\nexport const a = b;',
    },
  ],
  [
    "the ledger that asks its sheet",
    "upwards-from-findings",
    {
      "packages/ledger-sheet/src/index.ts": "export const b = 1;",
      "packages/findings/src/a.ts": 'import { b } from "../../ledger-sheet/src/index.ts";\nexport const a = b;',
    },
  ],
  [
    "a trade that asks a trade after it",
    "trade-asks-no-room",
    {
      "packages/official-documents/src/b.ts": "export const b = 1;",
      "packages/workbook/src/a.ts": 'import { b } from "../../official-documents/src/b.ts";\nexport const a = b;',
    },
  ],
  [
    "kernel that asks a trade",
    "upwards-from-kernel",
    {
      "packages/workbook/src/index.ts": "export const b = 1;",
      "packages/kernel/src/a.ts": 'import { b } from "../../workbook/src/index.ts";\nexport const a = b;',
    },
  ],
  [
    "a room that asks the router",
    "upwards-from-reporting",
    {
      "packages/api/src/index.ts": "export const b = 1;",
      "packages/reporting/src/a.ts": 'import { b } from "../../api/src/index.ts";\nexport const a = b;',
    },
  ],
  [
    "a trade that asks a room",
    "trade-asks-no-room",
    {
      "packages/official-documents/src/a.ts":
        'import { database } from "../../database/src/index.ts";\nexport const a = database;',
    },
  ],
  [
    "a trade whose model reaches the disk",
    "model-is-browser-safe",
    {
      "packages/official-documents/src/index.ts":
        'import { readFileSync } from "node:fs";\nexport const a = readFileSync;',
    },
  ],
  [
    "a worker with a database",
    "worker-is-a-client",
    {
      "apps/worker/src/a.ts":
        'import { database } from "../../../packages/database/src/index.ts";\nexport const a = database;',
    },
  ],
  [
    "a worker with a driver, two files away",
    "worker-is-a-client",
    {
      "apps/worker/src/c.ts": 'export { a } from "./a.ts";',
      "apps/worker/src/a.ts": 'import postgres from "postgres";\nexport const a = postgres;',
    },
  ],
  [
    "a console that runs a verb",
    "console-through-models-only",
    {
      "packages/findings/src/verbs/close.ts": "export const b = 1;",
      "apps/console/src/a.ts":
        'import { b } from "../../../packages/findings/src/verbs/close.ts";\nexport const a = b;',
    },
  ],
  [
    "a console that runs the router",
    "console-runs-no-server-code",
    {
      "packages/api/src/index.ts": "export const b = 1;",
      "apps/console/src/main.tsx": 'import { b } from "../../../packages/api/src/index.ts";\nexport const a = b;',
    },
  ],
  [
    "a frame of the console that knows a page",
    "console-frame-below-contexts",
    {
      "apps/console/src/contexts/findings/pages/b.ts": "export const b = 1;",
      "apps/console/src/frame/a.ts": 'import { b } from "../contexts/findings/pages/b.ts";\nexport const a = b;',
    },
  ],
  [
    "a part of the console that asks the frame",
    "console-parts-below-frame",
    {
      "apps/console/src/frame/b.ts": "export const b = 1;",
      "apps/console/src/parts/a.ts": 'import { b } from "../frame/b.ts";\nexport const a = b;',
    },
  ],
  [
    "a page that takes a part of another context",
    "console-contexts-by-search",
    {
      "apps/console/src/contexts/findings/parts/b.ts": "export const b = 1;",
      "apps/console/src/contexts/work/pages/a.ts":
        'import { b } from "../../findings/parts/b.ts";\nexport const a = b;',
    },
  ],
  [
    "a page that names a context above it",
    "console-upwards-from-campaign",
    {
      "apps/console/src/contexts/findings/search.ts": "export const b = 1;",
      "apps/console/src/contexts/campaign/pages/a.ts":
        'import { b } from "../../findings/search.ts";\nexport const a = b;',
    },
  ],
  [
    "a client that brings the server",
    "client-brings-no-server",
    {
      "packages/client/src/index.ts":
        'import { database } from "../../database/src/index.ts";\nexport const a = database;',
    },
  ],
  [
    "a router with SQL",
    "router-holds-no-sql",
    { "packages/findings/src/router.ts": 'import { sql } from "drizzle-orm";\nexport const a = sql;' },
  ],
  [
    "a router that opens a table",
    "router-holds-no-sql",
    {
      "packages/campaign/src/tables.ts": "export const b = 1;",
      "packages/campaign/src/router.ts": 'import { b } from "./tables.ts";\nexport const a = b;',
    },
  ],
  [
    "an import that leads nowhere",
    "everything-resolves",
    { "packages/kernel/src/a.ts": 'import { b } from "./b.ts";\nexport const a = b;' },
  ],
  [
    "a path into another room",
    "through-the-door",
    {
      "packages/findings/src/a.ts":
        'import { database } from "../../database/src/index.ts";\nexport const a = database;',
    },
  ],
  [
    "a product that runs on a test's factory",
    "no-tests-in-the-product",
    {
      "packages/findings/src/testing.ts": "export const b = 1;",
      "packages/findings/src/a.ts": 'import { b } from "./testing.ts";\nexport const a = b;',
    },
  ],
  [
    "a product that runs on a test database",
    "no-tests-in-the-product",
    {
      "tooling/testing/index.ts": "export const b = 1;",
      "packages/findings/src/a.ts": 'import { b } from "../../../tooling/testing/index.ts";\nexport const a = b;',
    },
  ],
  [
    "a program that imports another",
    "apps-apart",
    {
      "apps/server/src/index.ts": "export const b = 1;",
      "apps/worker/src/a.ts": 'import { b } from "../../server/src/index.ts";\nexport const a = b;',
    },
  ],
  [
    "a circle",
    "no-circle",
    {
      "packages/kernel/src/a.ts": 'import { b } from "./b.ts";\nexport const a = () => b;',
      "packages/kernel/src/b.ts": 'import { a } from "./a.ts";\nexport const b = () => a;',
    },
  ],
];
/** Bad imports that are erased: seen only by the rules that hold for types too. */
export const PLANTED_TYPES: readonly Planted[] = [
  [
    "of a type from a room above",
    "upwards-from-campaign",
    {
      "packages/findings/src/b.ts": "export type B = 1;",
      "packages/campaign/src/a.ts": 'import type { B } from "../../findings/src/b.ts";\nexport type A = B;',
    },
  ],
  [
    "of a type from a room, by a trade",
    "trade-asks-no-room",
    {
      "packages/findings/src/b.ts": "export type B = 1;",
      "packages/workbook/src/a.ts": 'import type { B } from "../../findings/src/b.ts";\nexport type A = B;',
    },
  ],
  [
    "of types in a circle inside a package",
    "no-circle",
    {
      "packages/kernel/src/a.ts": 'import type { B } from "./b.ts";\nexport type A = B | 1;',
      "packages/kernel/src/b.ts": 'import type { A } from "./a.ts";\nexport type B = () => A;',
    },
  ],
  [
    "of types in a circle of four inside a program",
    "no-circle",
    {
      "apps/worker/src/a.ts": 'import { b } from "./b.ts";\nimport { c } from "./c.ts";\nexport const a = [b, c];',
      "apps/worker/src/b.ts": 'import { d } from "./d.ts";\nexport const b = d;',
      "apps/worker/src/c.ts": 'import { d } from "./d.ts";\nexport const c = d;',
      "apps/worker/src/d.ts": 'import type { a } from "./a.ts";\nexport const d = (one: typeof a) => one;',
    },
  ],
];
