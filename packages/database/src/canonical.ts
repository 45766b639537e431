import { createHash } from "node:crypto";

/** A value as plain JSON: bigint as decimal strings, dates as ISO strings, undefined fields left out. */
export function toJson(value: unknown): unknown {
  if (value === undefined) return null;
  return JSON.parse(
    JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? inner.toString() : inner)),
  );
}

/** SHA-256 of a value with its keys in order, so that equal inputs have equal hashes. */
export function canonicalHash(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(sorted(toJson(value))))
    .digest("hex");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
