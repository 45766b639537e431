import { randomBytes } from "node:crypto";
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";

/** A random secret in a file that only its owner can read. It is made at the first call and then stays the same. */
export function keptSecret(options: { directory: string; name: string }): string {
  mkdirSync(options.directory, { recursive: true, mode: 0o700 });
  const path = join(options.directory, options.name);
  const kept = readIfPresent(path);
  if (kept) return kept;
  const secret = randomBytes(32).toString("base64url");
  const draft = `${path}.${process.pid}`;
  const file = openSync(draft, "wx", 0o600);
  writeSync(file, secret);
  closeSync(file);
  renameSync(draft, path);
  return secret;
}

export function readIfPresent(path: string): string | null {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
