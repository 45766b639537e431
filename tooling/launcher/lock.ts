import { createHash } from "node:crypto";
import { rmSync, statSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

const holderReply = z.object({ pid: z.number(), address: z.string().nullable() });

export type Lock = { announce(address: string): void; release(): void };

/**
 * One launcher per data directory. The lock is an open socket; the system closes it when its holder ends in any way.
 */
export async function holdLock(directory: string): Promise<Lock> {
  const name = lockName(directory);
  const reply: z.infer<typeof holderReply> = { pid: process.pid, address: null };
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.end(JSON.stringify(reply));
  });
  if (!(await listens(server, name))) {
    const holder = await askHolder(name);
    if (holder) throw new LockHeld(directory, holder);
    // A socket file without a process behind it; abstract sockets leave none.
    rmSync(name, { force: true });
    if (!(await listens(server, name))) throw new LockHeld(directory, null);
  }
  server.unref();
  return {
    announce: (address) => (reply.address = address),
    release: () => server.close(),
  };
}

export class LockHeld extends Error {
  constructor(directory: string, holder: z.infer<typeof holderReply> | null) {
    const where = holder?.address ? `, at ${holder.address}` : "";
    super(
      `Anji is already running on ${directory}${holder ? ` (process ${holder.pid}${where})` : ""}. ` +
        "Stop it first, or give this one its own ANJI_DATA_DIRECTORY and ANJI_PORT.",
    );
  }
}

// The directory's identity, not its path: a symbolic link leads to the same lock.
function lockName(directory: string): string {
  const { dev, ino } = statSync(directory);
  const digest = createHash("sha256").update(`${dev}:${ino}`).digest("hex").slice(0, 32);
  return process.platform === "linux" ? `\0anji-launcher-${digest}` : join(tmpdir(), `anji-${digest}.lock`);
}

function listens(server: Server, name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => (error.code === "EADDRINUSE" ? resolve(false) : reject(error));
    server.once("error", failed);
    server.listen(name, () => {
      server.off("error", failed);
      resolve(true);
    });
  });
}

function askHolder(name: string): Promise<z.infer<typeof holderReply> | null> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(name);
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on("data", (part) => (text += part.toString("utf8")));
    socket.on("error", () => resolve(null));
    socket.on("close", () => resolve(text === "" ? null : holderReply.parse(JSON.parse(text))));
  });
}
