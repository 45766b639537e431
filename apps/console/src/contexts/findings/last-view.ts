import type { FindingsSearch } from "./search.ts";

let last: FindingsSearch = {};

/** The last view of the ledger, so that 返回台账 leads back to the same rows and not to all of them. */
export function lastView(): FindingsSearch {
  return last;
}

export function rememberView(search: FindingsSearch): void {
  last = search;
}
