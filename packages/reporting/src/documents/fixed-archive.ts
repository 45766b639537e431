import { unzipSync, zipSync, type Zippable } from "fflate";

// Stored under the hash of their content, so the same content has to give the same bytes.
const ENTRY_TIME = "1980-01-01T12:00:00";

/** The same archive with its entries sorted and their times fixed. */
export function fixedArchive(archive: Uint8Array): Uint8Array {
  return archiveOf(unzipSync(archive));
}

/** Packs parts by name; readers of office files want [Content_Types].xml first. */
export function archiveOf(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries: Zippable = {};
  for (const name of Object.keys(parts).sort(byPart)) {
    const bytes = parts[name];
    // A local time without zone: the entry's clock reading is the same wherever the worker runs.
    if (bytes !== undefined) entries[name] = [bytes, { level: 6, mtime: ENTRY_TIME, os: 0 }];
  }
  return zipSync(entries);
}

function byPart(one: string, other: string): number {
  return rankOf(one) - rankOf(other) || (one < other ? -1 : 1);
}

function rankOf(name: string): number {
  return name === "[Content_Types].xml" ? 0 : name.startsWith("_rels/") ? 1 : 2;
}
