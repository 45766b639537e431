import { halfWidth } from "@anji/kernel";

import type { LedgerCatalogue, LedgerCategory, LedgerFund, LedgerKind, LedgerUnit } from "../ledger-catalogue.ts";

/** A catalogue arranged for looking up what a person wrote. Keys are half-width and without blanks. */
export type CatalogueIndex = {
  readonly catalogue: LedgerCatalogue;
  readonly funds: ReadonlyMap<string, LedgerFund>;
  readonly categories: ReadonlyMap<string, LedgerCategory>;
  readonly kindsByCode: ReadonlyMap<string, LedgerKind>;
  readonly kindsByName: ReadonlyMap<string, LedgerKind>;
  readonly unitsByCode: ReadonlyMap<string, LedgerUnit>;
  readonly unitsByName: ReadonlyMap<string, readonly LedgerUnit[]>;
};

export function indexCatalogue(catalogue: LedgerCatalogue): CatalogueIndex {
  const unitsByName = new Map<string, LedgerUnit[]>();
  for (const unit of catalogue.units) {
    const name = halfWidth(unit.name);
    unitsByName.set(name, [...(unitsByName.get(name) ?? []), unit]);
  }
  return {
    catalogue,
    funds: byCodeAndName(catalogue.funds),
    categories: byCodeAndName(catalogue.categories),
    kindsByCode: new Map(catalogue.kinds.map((kind) => [halfWidth(kind.code).toUpperCase(), kind])),
    kindsByName: new Map(catalogue.kinds.map((kind) => [halfWidth(kind.name), kind])),
    unitsByCode: new Map(catalogue.units.map((unit) => [unit.code, unit])),
    unitsByName,
  };
}

function byCodeAndName<Item extends { readonly code: string; readonly name: string }>(
  items: readonly Item[],
): ReadonlyMap<string, Item> {
  return new Map(
    items.flatMap((item) => [[halfWidth(item.code), item] as const, [halfWidth(item.name), item] as const]),
  );
}
