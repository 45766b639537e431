export type Page<Item> = { items: Item[]; nextCursor: string | null };

/** One page of rows, of which one more than `limit` was asked for: that one is not shown, it tells that there are more. */
export function pageOf<Row>(
  rows: readonly Row[],
  options: { limit: number; cursorOf: (last: Row) => string },
): Page<Row> {
  const items = rows.slice(0, options.limit);
  const last = items.at(-1);
  return { items, nextCursor: last !== undefined && rows.length > items.length ? options.cursorOf(last) : null };
}
