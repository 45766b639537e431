import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Child, keepRunning } from "../launcher/child.ts";
import { becomesReady } from "../launcher/server.ts";
import { freePort } from "../postgres/index.ts";
import type { FloorCase } from "./floor-cases.ts";
import type { Installation } from "./installation.ts";

export type RunningServer = { readonly address: string; stop(): Promise<void> };

/** The product's own server, as `npm start` runs it. */
export async function startProduct(installation: Installation, signal: AbortSignal): Promise<RunningServer> {
  const { environment, address, log } = installation;
  const child = keepRunning({ name: "server", script: "apps/server/src/main.ts", environment, log });
  return ready({ child, address, installation, signal });
}

/** Bare node:http and postgres.js with the given statements, as the same role on the same database. */
export async function startFloor(
  installation: Installation,
  options: { cases: ReadonlyMap<string, FloorCase>; signal: AbortSignal },
): Promise<RunningServer> {
  const port = await freePort();
  const file = join(installation.directory, "floor-cases.json");
  writeFileSync(file, JSON.stringify(Object.fromEntries(options.cases)));
  const environment = { ...installation.environment, FLOOR_CASES: file, FLOOR_PORT: String(port) };
  const child = keepRunning({
    name: "floor",
    script: "tooling/bench/floor-server.ts",
    environment,
    log: installation.log,
  });
  return ready({ child, address: `http://127.0.0.1:${port}`, installation, signal: options.signal });
}

async function ready(starting: {
  child: Child;
  address: string;
  installation: Installation;
  signal: AbortSignal;
}): Promise<RunningServer> {
  const { child, address, installation, signal } = starting;
  try {
    await becomesReady({ address, gaveUp: child.gaveUp, signal, log: installation.log });
  } catch (cause) {
    await child.stop();
    throw cause;
  }
  return { address, stop: () => child.stop() };
}
