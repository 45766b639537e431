import { newId, type Id, type Permission, type RegionPath } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import type { ActorCtx } from "./context.ts";
import type { Act } from "./perform.ts";
import { read, type Reader } from "./read.ts";
import { found } from "./scope.ts";
import { storedFile } from "./tables.ts";
import { systemAct } from "./verb.ts";

export type FileRow = typeof storedFile.$inferSelect;
export type FileAnswer = { fileId: Id<"file">; name: string; sizeBytes: number; sha256: string };

export const storeFilePermission = {
  key: "files.store",
  levels: ["province", "city", "county"],
  roles: ["clerk", "reviewer", "inspector", "leader", "administrator", "worker"],
} as const satisfies Permission;

const FILE_NAME_CHARACTERS_MAX = 180;

type NewFile = { name: string; mediaType: string; sha256: string; sizeBytes: number };

/** Records uploaded content as a file of the actor's own area. The content is already durable. */
export const storeFile = systemAct<NewFile & { commandId: string }, FileAnswer>(
  { permission: storeFilePermission, command: (input) => input },
  async (act, input) => {
    const regionPath = act.actor.path;
    const answer = await insertFile(act, { ...input, regionPath });
    const subject = { subjectKind: "file", subjectId: answer.fileId, regionPath, campaignId: null };
    return act.done({ ...subject, before: null, after: answer, answer });
  },
);

/** Step: makes a file row in the given area, for content the store already holds. */
export async function insertFile(act: Act, file: NewFile & { regionPath: RegionPath }): Promise<FileAnswer> {
  const fileId = newId<"file">(new Date(act.now));
  const name = safeFileName(file.name);
  await act.tx.insert(storedFile).values({
    id: fileId,
    sha256: file.sha256,
    sizeBytes: file.sizeBytes,
    mediaType: file.mediaType,
    name,
    regionPath: file.regionPath,
    uploadedBy: act.actor.personId,
    uploadedAt: act.now,
  });
  return { fileId, name, sizeBytes: file.sizeBytes, sha256: file.sha256 };
}

/** Step: shares a file the actor can see with the area of the thing it is attached to. */
export async function adoptFile(
  act: Act,
  options: { fileId: Id<"file">; regionPath: RegionPath },
): Promise<FileAnswer> {
  const file = await fileOf(act, options.fileId);
  return insertFile(act, { ...file, regionPath: options.regionPath });
}

export async function fileOf(reader: Reader | Act, fileId: Id<"file">): Promise<FileRow> {
  const rows = await reader.tx
    .select()
    .from(storedFile)
    .where(and(eq(storedFile.id, fileId), reader.scope(storedFile.regionPath)));
  return found(rows[0]);
}

export async function getFile(ctx: ActorCtx, fileId: Id<"file">): Promise<FileRow> {
  return read(ctx, (reader) => fileOf(reader, fileId));
}

// Path separators and control characters never reach a header or a disk. Half a character never reaches a table.
function safeFileName(name: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is removed
  const cleaned = name.replaceAll(/[\u0000-\u001f\u007f"\\/]/g, "_").trim();
  return (cleaned === "" ? "file" : cleaned).slice(-FILE_NAME_CHARACTERS_MAX).toWellFormed();
}
