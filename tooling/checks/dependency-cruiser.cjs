/** The line of rooms: each may import those before it, never those after it. */
const LINE = [
  "kernel",
  "database",
  "rpc",
  "jobs",
  "jurisdictions",
  "campaign",
  "organisation",
  "findings",
  "adjustments",
  "self-checks",
  "ledger-sheet",
  "inspection",
  "figures",
  "reporting",
];
/** Trades beside the line know no domain: they import the kernel and trades before them, and every room may use them. */
const TRADES = ["workbook", "official-documents"];
/** What gathers the rooms: named by nobody inside the line. */
const ABOVE = ["schema", "api", "client"];
const CONTEXTS = LINE.slice(LINE.indexOf("jobs"));
/** The contexts of the console are named as the rooms; what stands above a page is added to it, never imported by it. */
const CONSOLE_LINE = [...LINE.slice(LINE.indexOf("jurisdictions")), "work"];

/** Reaches a server, a database or the machine: no part of a model. */
const NOT_BROWSER_SAFE = [
  "^(?:fs|path|crypto|stream|url|os|http|net|child_process|worker_threads)(?:/|$)",
  "^node:",
  ...["drizzle-orm", "postgres", "@trpc/[^/]+", "pg-boss", "fastify", "better-auth", "pino", "yauzl", "yazl"].map(
    dependency,
  ),
];

/** Tests and what they share; the line of rooms holds for them too. */
const TESTS = "^(?:packages|apps)/[^/]+/test/";

function dependency(name) {
  return `(?:^|/node_modules/)${name}(?:/|$)`;
}

function sourcesOf(rooms) {
  return `^packages/(?:${rooms.join("|")})/src/`;
}

function testsOf(rooms) {
  return `^packages/(?:${rooms.join("|")})/test/`;
}

const CONSOLE_LIST = "^apps/console/src/contexts\\.ts$";

function consoleContexts(contexts) {
  return `^apps/console/src/contexts/(?:${contexts.join("|")})/`;
}

const upwards = LINE.map((room, place) => ({
  name: `upwards-from-${room}`,
  comment: `${room} is told by what stands above it; it does not ask. Line: ${LINE.join(" ← ")}.`,
  severity: "error",
  from: { path: [sourcesOf([room]), testsOf([room])] },
  to: { path: [sourcesOf([...LINE.slice(place + 1), ...(room === "kernel" ? TRADES : []), ...ABOVE]), "^apps/"] },
}));

const consoleUpwards = CONSOLE_LINE.map((context, place) => ({
  name: `console-upwards-from-${context}`,
  comment: `A context adds to the pages of those before it. Line: ${CONSOLE_LINE.join(" ← ")}.`,
  severity: "error",
  from: { path: consoleContexts([context]) },
  to: { path: [consoleContexts(CONSOLE_LINE.slice(place + 1)), CONSOLE_LIST] },
}));

module.exports = {
  forbidden: [
    ...upwards,
    ...consoleUpwards,
    {
      name: "console-contexts-by-search",
      comment: "Of another context only the address of its pages and what it means is known.",
      severity: "error",
      from: { path: "^apps/console/src/contexts/([^/]+)/" },
      to: {
        path: "^apps/console/src/contexts/",
        pathNot: ["^apps/console/src/contexts/$1/", "^apps/console/src/contexts/[^/]+/search\\.ts$"],
      },
    },
    {
      name: "console-frame-below-contexts",
      comment: "What frame and parts need of a context is contributed to them.",
      severity: "error",
      from: { path: "^apps/console/src/(?:frame|parts|rpc|formats|theme)/" },
      to: { path: ["^apps/console/src/contexts/", CONSOLE_LIST] },
    },
    {
      name: "console-parts-below-frame",
      comment: "A part presents what it is given: it asks neither the frame nor the server.",
      severity: "error",
      from: { path: "^apps/console/src/(?:parts|formats|theme)/" },
      to: { path: "^apps/console/src/(?:frame|rpc)/" },
    },
    {
      name: "trade-asks-no-room",
      comment: "A trade knows no domain: it imports the kernel, the workbook and libraries, nothing else of the house.",
      severity: "error",
      from: { path: `^packages/(${TRADES.join("|")})/(?:src|test)/` },
      to: { path: ["^packages/", "^apps/"], pathNot: ["^packages/(?:kernel|workbook|$1)/src/", "^packages/$1/test/"] },
    },
    {
      name: "model-is-browser-safe",
      comment: "The door of a context is its model: the console bundles it and asks it why a button is blocked.",
      severity: "error",
      from: { path: `${sourcesOf(["kernel", ...TRADES, ...CONTEXTS])}index\\.ts$` },
      to: { path: NOT_BROWSER_SAFE, reachable: true },
    },
    {
      name: "console-through-models-only",
      comment: "The console knows models and types; figures and acts it asks the server for.",
      severity: "error",
      from: { path: "^apps/console/(?:src|test)/" },
      to: { path: "^packages/", pathNot: `${sourcesOf(["kernel", ...TRADES, ...CONTEXTS, "api"])}index\\.ts$` },
    },
    {
      name: "console-runs-no-server-code",
      severity: "error",
      from: { path: "^apps/console/src/main\\.tsx$" },
      to: {
        path: [
          sourcesOf(["database", "rpc", "schema", "api"]),
          "^apps/(?:server|worker)/",
          ...["drizzle-orm", "postgres", "pg-boss", "@trpc/server"].map(dependency),
        ],
        reachable: true,
      },
    },
    {
      name: "worker-is-a-client",
      comment: "The worker holds one URL and one key: no database, no queue, no server.",
      severity: "error",
      from: { path: "^apps/worker/src/" },
      to: {
        path: [
          sourcesOf(["database", "rpc", "schema", "api"]),
          "^apps/(?:server|console)/",
          ...["drizzle-orm", "postgres", "pg-boss", "@trpc/server"].map(dependency),
        ],
        reachable: true,
      },
    },
    {
      name: "client-brings-no-server",
      comment: "Other services install the client; all it takes from the server is types.",
      severity: "error",
      from: { path: sourcesOf(["client"]) },
      to: {
        path: [
          sourcesOf(["database", "schema", "api"]),
          "^apps/",
          ...["drizzle-orm", "postgres", "pg-boss"].map(dependency),
        ],
        reachable: true,
      },
    },
    {
      name: "router-holds-no-sql",
      comment: "A router is an input and one call: no SQL, no table.",
      severity: "error",
      from: { path: "^packages/[^/]+/src/router\\.ts$" },
      to: { path: [...["drizzle-orm", "postgres"].map(dependency), "/tables(?:\\.ts$|/)"] },
    },
    {
      name: "through-the-door",
      comment: "Another room is imported by its exports, not by a path into it.",
      severity: "error",
      from: { path: "^(packages|apps)/([^/]+)/" },
      to: { path: "^(?:packages|apps)/[^/]+/", pathNot: "^$1/$2/", dependencyTypes: ["local"] },
    },
    {
      name: "apps-apart",
      comment: "Programs share through packages; one never imports another.",
      severity: "error",
      from: { path: "^apps/([^/]+)/" },
      to: { path: "^apps/", pathNot: "^apps/$1/" },
    },
    {
      name: "no-tests-in-the-product",
      comment: "Factories and test databases stay out of what is shipped.",
      severity: "error",
      from: { path: "^(?:packages|apps)/", pathNot: [TESTS, "/testing(?:\\.ts$|/)"] },
      to: { path: [TESTS, "/testing(?:\\.ts$|/)", "^tooling/", "^tests/"] },
    },
    { name: "no-circle", severity: "error", from: {}, to: { circular: true } },
    { name: "everything-resolves", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(?:^|/)(?:dist|\\.turbo)/" },
    // Imports of types alone are erased and bring no code along; dependency-cruiser-types.cjs counts them as well.
    tsPreCompilationDeps: false,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json", ".css"],
    },
  },
};
