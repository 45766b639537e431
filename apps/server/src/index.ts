export { readServerEnv, type ServerEnv } from "./env.ts";
export { type RunningServer, startServer } from "./start-server.ts";
