import { createHash } from "node:crypto";
import type { Assignment } from "./assignment.ts";
import { patiently } from "./patience.ts";

export const DOCX = {
  ending: "docx",
  mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;
export const XLSX = {
  ending: "xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

export type Step = (count: number, note: string | null) => void;

/** Counts a job's steps for the people who wait for it. */
export function steps(assignment: Assignment, total: number): Step {
  let done = 0;
  assignment.show({ done, total, note: null });
  return (count, note) => {
    done += count;
    assignment.show({ done, total, note });
  };
}

/** Stores a file the job made. A repeated call stores it once. */
export async function store(
  assignment: Assignment,
  file: { name: string; mediaType: string; content: Uint8Array },
): Promise<string> {
  const commandId = uuidOf(
    `${assignment.jobId} ${file.name} ${createHash("sha256").update(file.content).digest("hex")}`,
  );
  const { fileId } = await patiently(assignment.ended, () => assignment.client.uploadFile({ ...file, commandId }));
  return fileId;
}

/**
 * The same text gives the same UUID (version 8), so a worker stores one content of one job once, however often it is
 * sent.
 */
function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
