import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../apps/server/src/main.ts", import.meta.url));

export type ServerProcess = {
  /** kill -9 */
  kill(): Promise<void>;
  /** SIGTERM; the exit code. */
  stop(): Promise<number | null>;
};

/** The real server in a process of its own, ready to answer. */
export async function startServerProcess(options: {
  databaseUrl: string;
  dataDirectory: string;
  secret: string;
  port: number;
}): Promise<ServerProcess> {
  const environment = {
    DATABASE_URL: options.databaseUrl,
    ANJI_PORT: String(options.port),
    ANJI_DATA_DIRECTORY: options.dataDirectory,
    ANJI_SECRET: options.secret,
    ANJI_DATABASE_CONNECTIONS: "6",
    ANJI_LOG_LEVEL: "error",
    TZ: process.env["TZ"],
  };
  const child = spawn(process.execPath, [MAIN], { env: environment, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  await Promise.race([
    isReady(child),
    ended.then(() => Promise.reject(new Error("the server ended before it was ready"))),
  ]);
  const end = async (signal: "SIGKILL" | "SIGTERM") => {
    child.kill(signal);
    await ended;
    return child.exitCode;
  };
  return { kill: () => end("SIGKILL").then(() => undefined), stop: () => end("SIGTERM") };
}

async function isReady(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error("the server's output is not piped");
  for await (const line of createInterface({ input: child.stdout })) if (line.includes('"ready"')) return;
}
