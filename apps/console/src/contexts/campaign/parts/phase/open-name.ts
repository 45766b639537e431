import type { TFunction } from "i18next";

const NAMES = { "findings.open": "phasePage.open.findings" } as const;

/** What one context still has open, in words. A context without a word is named by its key. */
export function openName(t: TFunction, key: string): string {
  return isNamed(key) ? t(NAMES[key]) : key;
}

function isNamed(key: string): key is keyof typeof NAMES {
  return Object.hasOwn(NAMES, key);
}
