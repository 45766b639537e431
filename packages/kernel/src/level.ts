/** Levels of government that take part. The inter-ministerial group above them has no accounts. */
export const LEVELS = ["province", "city", "county"] as const;
export type Level = (typeof LEVELS)[number];

/** A path in the region tree: "13", "13.01" or "13.01.02". Collation "C": a parent sorts before its subtree. */
export type RegionPath = string & { readonly __path: "region" };

const REGION_PATH = /^\d{2}(\.\d{2}){0,2}$/;

export function regionPath(text: string): RegionPath {
  if (!REGION_PATH.test(text)) throw new Error(`not a region path: ${text}`);
  return text as RegionPath; // checked above
}

export function levelOfPath(path: RegionPath): Level {
  const depth = path.split(".").length;
  return depth === 1 ? "province" : depth === 2 ? "city" : "county";
}

/** True when `path` is `scope` itself or is under it. */
export function isWithin(path: string, scope: string): boolean {
  return path === scope || path.startsWith(`${scope}.`);
}

/** The first path after the subtree of `scope`: "13.01" → "13.01/" ("/" follows "." in collation C). */
export function scopeEnd(scope: RegionPath): string {
  return `${scope}/`;
}

/** "13.01.02" → "130102", the six-digit code of GB/T 2260. */
export function codeOfPath(path: RegionPath): string {
  return path.replaceAll(".", "").padEnd(6, "0");
}

/** "130102" → "13.01.02", "130100" → "13.01". */
export function pathOfCode(code: string): RegionPath {
  const parts = [code.slice(0, 2), code.slice(2, 4), code.slice(4, 6)].filter((part) => part !== "00" && part !== "");
  return regionPath(parts.join("."));
}

export function parentPath(path: RegionPath): RegionPath | null {
  const cut = path.lastIndexOf(".");
  return cut < 0 ? null : regionPath(path.slice(0, cut));
}
