export type Page<Item> = { items: Item[]; nextCursor: string | null };

/** Rows fetched with limit + 1; the extra row only signals that there is a next page. */
export function pageOf<Row>(
  rows: readonly Row[],
  options: { limit: number; cursorOf: (last: Row) => string },
): Page<Row> {
  const items = rows.slice(0, options.limit);
  const last = items.at(-1);
  return { items, nextCursor: last !== undefined && rows.length > items.length ? options.cursorOf(last) : null };
}
