import type postgres from "postgres";

/** A statement sent this often is prepared: parsed once per connection, then sent in one message instead of two. */
const USES_BEFORE_PREPARING = 2;
/** Each prepared text takes memory of every connection, so there is a limit. The product has a few hundred texts. */
const PREPARED_TEXTS_MAX = 500;
/**
 * Texts that are counted and not prepared yet. Texts that vary, such as inserts of many rows, fill it; then it starts
 * again.
 */
const COUNTED_TEXTS_MAX = 2000;
/** Longer texts rarely repeat. */
const PREPARED_CHARACTERS_MAX = 16_000;

type Unsafe = postgres.Sql["unsafe"];

/** The same connection pool, but repeated statements with parameters are sent prepared. */
export function preparingRepeated(sql: postgres.Sql): postgres.Sql {
  const isRepeated = repeatedTexts();
  const prepares = <Client extends { unsafe: Unsafe }>(client: Client): Client => {
    const unsafe = client.unsafe.bind(client);
    client.unsafe = ((text, parameters, options) =>
      unsafe(text, parameters, {
        ...options,
        prepare: options?.prepare === true || ((parameters?.length ?? 0) > 0 && isRepeated(text)),
      })) satisfies Unsafe;
    return client;
  };
  const { begin } = sql;
  const inTransaction = (options: string, body: (tx: postgres.TransactionSql) => unknown) =>
    begin(options, (tx) => body(prepares(tx)));
  return Object.assign(prepares(sql), {
    begin: (
      ...given: [string, (tx: postgres.TransactionSql) => unknown] | [(tx: postgres.TransactionSql) => unknown]
    ) => (given.length === 1 ? inTransaction("", given[0]) : inTransaction(...given)),
  }) as postgres.Sql; // `begin` in both of its forms
}

function repeatedTexts(): (text: string) => boolean {
  const prepared = new Set<string>();
  const counted = new Map<string, number>();
  return (text) => {
    if (prepared.has(text)) return true;
    if (prepared.size >= PREPARED_TEXTS_MAX || text.length > PREPARED_CHARACTERS_MAX) return false;
    const uses = (counted.get(text) ?? 0) + 1;
    if (uses >= USES_BEFORE_PREPARING) {
      prepared.add(text);
      return counted.delete(text);
    }
    if (counted.size >= COUNTED_TEXTS_MAX) counted.clear();
    counted.set(text, uses);
    return false;
  };
}
