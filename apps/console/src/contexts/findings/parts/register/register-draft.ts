import { z } from "zod";
import type { RegisterValues } from "./register-values.ts";

const draft = z.object({ lines: z.array(z.record(z.string(), z.string())).optional() }).catchall(z.string());

function keyOf(personId: string, campaignId: string): string {
  return `anji.draft.register.${campaignId}.${personId}`;
}

/** Typed and unsubmitted input, kept on this device. */
export function readDraft(personId: string, campaignId: string): Partial<RegisterValues> | null {
  const stored = localStorage.getItem(keyOf(personId, campaignId));
  if (stored === null) return null;
  const read = draft.safeParse(parsed(stored));
  if (!read.success || Object.keys(read.data).length === 0) return null;
  const { lines, ...texts } = read.data;
  return lines === undefined ? texts : { ...texts, lines };
}

export function keepDraft(personId: string, campaignId: string, values: Partial<RegisterValues>): void {
  const { lines = [], ...texts } = values;
  const kept = { ...filled(texts), ...(lines.length === 0 ? {} : { lines: lines.map((line) => filled(line ?? {})) }) };
  localStorage.setItem(keyOf(personId, campaignId), JSON.stringify(kept));
}

export function dropDraft(personId: string, campaignId: string): void {
  localStorage.removeItem(keyOf(personId, campaignId));
}

function filled(values: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "",
    ),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
