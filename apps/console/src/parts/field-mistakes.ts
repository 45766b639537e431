export type FieldMistake = { readonly path: string; readonly message: string };
export type FieldName = (string | number)[];
export type SortedMistakes = { placed: { name: FieldName; errors: string[] }[]; others: string[] };

/** Sorts the server's mistakes into those shown at a field and those shown above the form. */
export function placeMistakes(mistakes: readonly FieldMistake[], fields: readonly FieldName[]): SortedMistakes {
  const known = fields.map((name) => ({ name, path: name.join(".") }));
  const placed = new Map<string, { name: FieldName; errors: string[] }>();
  const others: string[] = [];
  for (const mistake of mistakes) {
    const field =
      known.findLast((one) => mistake.path === one.path) ??
      known.findLast((one) => mistake.path.startsWith(`${one.path}.`));
    if (field === undefined) others.push(mistake.message);
    else
      placed.set(field.path, {
        name: field.name,
        errors: [...(placed.get(field.path)?.errors ?? []), mistake.message],
      });
  }
  return { placed: [...placed.values()], others };
}

/** The sentence of the refusal is at its field already; above the form it would be repeated. */
export function isSaidAtField(message: string, { placed, others }: SortedMistakes): boolean {
  return others.length === 0 && placed.some((one) => one.errors.includes(message));
}
