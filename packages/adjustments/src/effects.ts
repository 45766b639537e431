import type { HeldChange } from "./apply-change.ts";
import type { FindingChange } from "./finding-change.ts";

/** A fact before and after, as codes and amounts; the console gives them their names. */
export type Effect = {
  readonly field:
    | "foundFen"
    | "fundLine"
    | "kind"
    | "occurrence"
    | "occupier"
    | "responsibleUnit"
    | "responsibleLevel"
    | "responsiblePerson"
    | "status";
  /** The line it is about; null: the finding. */
  readonly lineNo: number | null;
  readonly before: string;
  readonly after: string;
};

/** A change as JSON: its amounts are decimal strings. */
export type StoredChange = { readonly kind: FindingChange["kind"]; readonly [field: string]: unknown };

export function storedChange(change: FindingChange): StoredChange {
  const text = JSON.stringify(change, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
  const stored: unknown = JSON.parse(text);
  return stored as StoredChange; // the change itself, amounts spelled
}

/** What the change makes of the finding, fact by fact. */
export function effectsOf(change: FindingChange, held: Pick<HeldChange, "before" | "stored" | "lines">): Effect[] {
  const { before, stored, lines } = held;
  const ofLines = lines.flatMap((line, index) => {
    const old = stored[index];
    if (old === undefined) return [];
    const fields = ["fundLine", "kind", "foundFen"] as const;
    return fields
      .filter((field) => old[field] !== line[field])
      .map((field) => ({ field, lineNo: line.lineNo, before: String(old[field]), after: String(line[field]) }));
  });
  return [...ofLines, ...headEffects(change, before)];
}

function headEffects(change: FindingChange, before: HeldChange["before"]): Effect[] {
  const head = (field: Effect["field"], old: string | null, next: string | null): Effect[] =>
    old === next ? [] : [{ field, lineNo: null, before: old ?? "", after: next ?? "" }];
  switch (change.kind) {
    case "move":
      return [
        ...head("responsibleUnit", before.responsibleUnit, change.responsibleUnit),
        ...head("responsibleLevel", before.responsibleLevel, change.responsibleLevel),
        ...head("responsiblePerson", before.responsiblePerson, change.responsiblePerson),
      ];
    case "reclassify":
      return [
        ...(change.occurrence === null ? [] : head("occurrence", before.occurredText, change.occurrence.text)),
        ...(change.occupier === null ? [] : head("occupier", before.occupier?.name ?? null, change.occupier.name)),
      ];
    case "withdrawDuplicate":
      return head("status", before.status, "withdrawn");
    case "contest":
      return head("status", before.status, "registered");
    default:
      return [];
  }
}
