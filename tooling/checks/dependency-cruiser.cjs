// The rooms in their one line of dependency: each may import only those before it.
const rooms = [
  "kernel",
  "database",
  "rpc",
  "jobs",
  "jurisdictions",
  "campaign",
  "findings",
  "losses",
  "inspection",
  "reporting",
];
const contexts = "(jurisdictions|campaign|findings|losses|inspection|reporting)";
const storage = "node_modules/(drizzle-orm|postgres|pg-boss|@trpc/server)/";

const roomOrder = rooms.map((room, index) => ({
  name: `room-order-${room}`,
  comment: `${room} calls down, never up: a room above it is told through the outbox.`,
  severity: "error",
  from: { path: `^packages/${room}/src/`, pathNot: "\\.test\\.ts$" },
  to: { path: `^packages/(${[...rooms.slice(index + 1), "schema", "api", "client"].join("|")})/|^apps/` },
}));

module.exports = {
  forbidden: [
    ...roomOrder,
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "model-is-pure",
      comment: "The console bundles the model, so nothing it reaches may touch storage, the transport or Node.",
      severity: "error",
      from: { path: `^packages/(kernel|${contexts.slice(1, -1)})/src/index\\.ts$` },
      to: { path: `${storage}|^(node:)?(fs|path|crypto|stream|net|http|child_process|os)(/|$)`, reachable: true },
    },
    {
      name: "router-is-a-table-of-contents",
      comment: "A router holds an input and one call: no SQL.",
      severity: "error",
      from: { path: `^packages/${contexts}/src/router\\.ts$` },
      to: { path: "node_modules/(drizzle-orm|postgres)/|/tables\\.ts$" },
    },
    {
      name: "worker-has-no-database",
      comment: "A worker needs one URL and one key; it runs on any number of machines.",
      severity: "error",
      from: { path: "^apps/worker/src/main\\.ts$" },
      to: { path: "node_modules/(drizzle-orm|postgres|pg-boss)/|^packages/(database|schema)/", reachable: true },
    },
    {
      name: "console-has-no-server",
      severity: "error",
      from: { path: "^apps/console/src/main\\.tsx$" },
      to: { path: `${storage}|^packages/(database|schema|rpc|jobs)/|^apps/server/`, reachable: true },
    },
    {
      name: "product-without-tests",
      comment: "Factories and test databases stay out of what is shipped.",
      severity: "error",
      from: { path: "^(packages|apps)/", pathNot: "\\.test\\.tsx?$|/testing(\\.ts$|/)|^(packages|apps)/[^/]+/test/" },
      to: { path: "/testing\\.ts$|/testing/|^tooling/|^tests/|\\.test\\.tsx?$" },
    },
    { name: "everything-resolves", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|\\.turbo)/" },
    // Imports of types alone are erased and bind nothing.
    tsPreCompilationDeps: false,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
    },
  },
};
