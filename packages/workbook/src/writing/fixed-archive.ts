import { unzipSync } from "fflate";

import { bytesOf, writeOfficeFile } from "./write-office-file.ts";

/**
 * The same archive with its parts sorted and their times fixed. Files are stored under their hash, so the same content
 * must give the same bytes.
 */
export function fixedArchive(archive: Uint8Array): Promise<Uint8Array> {
  const parts = Object.entries(unzipSync(archive)).map(([path, content]) => ({ path, content }));
  return bytesOf(writeOfficeFile(parts.toSorted((one, other) => byPart(one.path, other.path))));
}

// Readers of office files want [Content_Types].xml first.
function byPart(one: string, other: string): number {
  return rankOf(one) - rankOf(other) || (one < other ? -1 : 1);
}

function rankOf(name: string): number {
  return name === "[Content_Types].xml" ? 0 : name.startsWith("_rels/") ? 1 : 2;
}
