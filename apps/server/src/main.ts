import { readServerEnv } from "./env.ts";
import { startServer } from "./start-server.ts";

const server = await startServer(readServerEnv(process.env));
process.stdout.write(`${JSON.stringify({ ready: server.url })}\n`);

let isStopping = false;
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.on(name, () => {
    if (isStopping) return;
    isStopping = true;
    void server.close().then(() => process.exit(0));
  });
}
