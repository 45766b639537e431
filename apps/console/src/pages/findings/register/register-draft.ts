import { z } from "zod";
import type { RegisterValues } from "./register-values.ts";

const draft = z.record(z.string(), z.string());

function keyOf(personId: string, campaignId: string): string {
  return `anji.draft.register.${campaignId}.${personId}`;
}

/** What was typed and never submitted, kept on this device. */
export function readDraft(personId: string, campaignId: string): Partial<RegisterValues> | null {
  const stored = localStorage.getItem(keyOf(personId, campaignId));
  if (stored === null) return null;
  const read = draft.safeParse(parsed(stored));
  return read.success && Object.keys(read.data).length > 0 ? read.data : null;
}

export function keepDraft(personId: string, campaignId: string, values: Partial<RegisterValues>): void {
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === "string" && value !== ""));
  localStorage.setItem(keyOf(personId, campaignId), JSON.stringify(filled));
}

export function dropDraft(personId: string, campaignId: string): void {
  localStorage.removeItem(keyOf(personId, campaignId));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
