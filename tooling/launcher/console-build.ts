import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { checkout } from "../checkout.ts";
import { readIfPresent } from "../secrets.ts";

const application = join(checkout, "apps", "console");
const sources = [
  "apps/console/{src,public}/**/*",
  "apps/console/*.{ts,html,json}",
  "packages/*/src/**/*",
  "pnpm-lock.yaml",
];

/** The directory of the built console. */
export const consoleDirectory = join(application, "dist");

/** Builds the console when a source has changed since the last build; answers whether it did. */
export async function buildConsole(options: { signal: AbortSignal }): Promise<boolean> {
  const stamp = join(consoleDirectory, ".built-from");
  const fingerprint = sourceFingerprint();
  if (readIfPresent(stamp) === fingerprint) return false;
  // Built beside its place, so a running server never serves half a console.
  const draft = join(application, "node_modules", `.build-${process.pid}`);
  await runVite({ mode: "production", directory: draft, signal: options.signal });
  writeFileSync(join(draft, ".built-from"), fingerprint);
  rmSync(consoleDirectory, { recursive: true, force: true });
  renameSync(draft, consoleDirectory);
  return true;
}

/** Builds the console with its page of parts, which the shipped console does not have. */
export function buildParts(options: { directory: string; signal: AbortSignal }): Promise<void> {
  return runVite({ ...options, mode: "parts" });
}

type Build = { mode: "production" | "parts"; directory: string; signal: AbortSignal };

async function runVite({ mode, directory, signal }: Build): Promise<void> {
  const vite = join(application, "node_modules", "vite", "bin", "vite.js");
  const list = [vite, "build", "--mode", mode, "--outDir", directory, "--emptyOutDir", "--logLevel", "warn"];
  const child = spawn(process.execPath, list, { cwd: application, signal, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (output += String(part)));
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code === 0) return;
  rmSync(directory, { recursive: true, force: true });
  throw new Error(`The console could not be built:\n${readable(output)}`);
}

function readable(output: string): string {
  return stripVTControlCharacters(output)
    .split("\n")
    .filter((line) => !line.startsWith("    at "))
    .join("\n");
}

function sourceFingerprint(): string {
  const digest = createHash("sha256");
  for (const entry of globSync(sources, { cwd: checkout, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => join(found.parentPath, found.name))
    .sort())
    digest.update(entry).update(readFileSync(entry));
  return existsSync(application) ? digest.digest("hex") : "";
}
