import { unzipSync, zipSync } from "fflate";

/**
 * The same archive with its parts sorted and their times fixed: files are stored under the hash of their content,
 * so the same content has to give the same bytes.
 */
export function fixedArchive(archive: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(archive)).toSorted(([one], [other]) => byPart(one, other));
  return zipSync(Object.fromEntries(parts), { mtime: FIXED_TIME });
}

// An archive keeps the reading of the clock and not its zone: written without one, it is the same everywhere.
const FIXED_TIME = "2008-01-01T00:00:00";

// Readers of office files want [Content_Types].xml first.
function byPart(one: string, other: string): number {
  return rankOf(one) - rankOf(other) || (one < other ? -1 : 1);
}

function rankOf(name: string): number {
  return name === "[Content_Types].xml" ? 0 : name.startsWith("_rels/") ? 1 : 2;
}
