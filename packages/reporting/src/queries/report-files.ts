import type { Reader } from "@anji/database";
import { storedFile } from "@anji/database/tables";
import type { JobProgress } from "@anji/jobs";
import { jobProgress } from "@anji/jobs/queries";
import type { Id } from "@anji/kernel";
import { and, inArray } from "drizzle-orm";

export type FileLink = { fileId: string; name: string } | null;
export type Rendering = { jobId: string; status: JobProgress["status"]; done: number; total: number };

/** Step: the files of a report that the reader may fetch. */
export async function fileLinks(
  reader: Pick<Reader, "tx" | "scope">,
  ids: (Id<"file"> | null)[],
): Promise<Map<string | null, FileLink>> {
  const wanted = ids.filter((id): id is Id<"file"> => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await reader.tx
    .select({ fileId: storedFile.id, name: storedFile.name })
    .from(storedFile)
    .where(and(inArray(storedFile.id, wanted), reader.scope(storedFile.regionPath)));
  return new Map(rows.map((row) => [row.fileId, row]));
}

/** Step: the progress of the worker. */
export async function renderingOf(reader: Pick<Reader, "tx" | "scope">, jobId: Id<"job">): Promise<Rendering> {
  const { status, done, total } = await jobProgress(reader, jobId);
  return { jobId, status, done, total };
}
