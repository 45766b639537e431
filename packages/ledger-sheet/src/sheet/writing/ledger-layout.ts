import type { SheetLayout, SheetPage } from "@anji/workbook/writing";

const PAGE: SheetPage = {
  paper: "A3",
  isLandscape: true,
  marginsInches: { sides: 0.4, ends: 0.6 },
  isCentred: false,
  footer: null,
};

/** The layout of the sheets of a ledger's workbook, on the screen and on paper. */
export function ledgerLayout(options: Pick<SheetLayout, "columns" | "frozen">): SheetLayout {
  return { ...options, rowPoints: null, showsGrid: true, page: PAGE };
}
