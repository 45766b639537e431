import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";

export type StoredContent = { readonly sha256: string; readonly sizeBytes: number };

/** Content-addressed storage: the same bytes are stored once, under their SHA-256. */
export type FileStore = {
  /** Stores the bytes durably before it answers. Throws FileTooLarge past `maximumBytes`. */
  put(content: AsyncIterable<Uint8Array>, options: { maximumBytes: number }): Promise<StoredContent>;
  open(sha256: string): Readable;
};

export class FileTooLarge extends Error {}

/** Files on the local disk: temporary name, fsync, rename. */
export function diskFileStore(directory: string): FileStore {
  const pathOf = (sha256: string) => join(directory, sha256.slice(0, 2), sha256);
  return {
    open: (sha256) => createReadStream(pathOf(sha256)),
    put: async (content, { maximumBytes }) => {
      await mkdir(directory, { recursive: true });
      const temporary = join(directory, `incoming-${randomUUID()}`);
      try {
        const stored = await writeDurably(temporary, content, maximumBytes);
        const target = pathOf(stored.sha256);
        const made = await mkdir(dirname(target), { recursive: true });
        await rename(temporary, target);
        await syncDirectory(dirname(target));
        if (made !== undefined) await syncDirectory(directory);
        return stored;
      } catch (cause) {
        await rm(temporary, { force: true });
        throw cause;
      }
    },
  };
}

async function writeDurably(
  path: string,
  content: AsyncIterable<Uint8Array>,
  maximumBytes: number,
): Promise<StoredContent> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const file = await open(path, "wx", 0o600);
  try {
    for await (const chunk of content) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > maximumBytes) throw new FileTooLarge(`more than ${maximumBytes} bytes`);
      hash.update(chunk);
      // Unlike write(), writeFile() does not stop after a part of the bytes.
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), sizeBytes };
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
