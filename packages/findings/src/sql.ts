/** Functions, triggers and policies that guard the ledger's tables, in the order they run. Each is safe to run again. */
export const findingsSql: readonly URL[] = ["amounts", "search"].map(
  (name) => new URL(`../sql/${name}.sql`, import.meta.url),
);
