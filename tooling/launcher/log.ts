import { createWriteStream, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { z } from "zod";

const bytesMax = 20_000_000;
const tailLines = 30;
const errorLevel = 50;
const logLine = z.object({ level: z.number(), msg: z.string() });

export type Log = {
  readonly path: string;
  /** Copies a child's output into the file, each line under the child's name; errors are also shown. */
  follow(name: string, output: Readable): void;
  note(text: string): void;
  /** The last lines of one child, for the message that it failed. */
  tail(name: string): string;
};

export function openLog(path: string): Log {
  mkdirSync(dirname(path), { recursive: true });
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > bytesMax) renameSync(path, `${path}.1`);
  const file = createWriteStream(path, { flags: "a", mode: 0o600 });
  const tails = new Map<string, string[]>();
  const write = (name: string, line: string) => file.write(`${new Date().toISOString()} ${name.padEnd(9)}| ${line}\n`);
  return {
    path,
    follow(name, output) {
      const kept = tails.get(name) ?? [];
      tails.set(name, kept);
      createInterface({ input: output }).on("line", (line) => {
        write(name, line);
        kept.push(line);
        if (kept.length > tailLines) kept.shift();
        const error = errorIn(line);
        if (error) process.stdout.write(`  ${name}: ${error}\n`);
      });
    },
    note: (text) => write("launcher", text),
    tail: (name) => (tails.get(name) ?? []).join("\n"),
  };
}

function errorIn(line: string): string | null {
  if (!line.startsWith("{")) return null;
  try {
    const parsed = logLine.safeParse(JSON.parse(line));
    return parsed.success && parsed.data.level >= errorLevel ? parsed.data.msg : null;
  } catch {
    return null;
  }
}
