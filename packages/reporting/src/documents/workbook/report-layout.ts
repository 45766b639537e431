import type { SheetLayout } from "@anji/workbook/writing";

/** The layout of the sheets of a report, on the screen and on paper. `frozenRows` stay in view; 0 for none. */
export function reportLayout(options: {
  columnWidths: readonly number[];
  frozenRows: number;
  isLandscape: boolean;
}): SheetLayout {
  return {
    columns: options.columnWidths.map((width) => ({ width, style: null, isHidden: false })),
    frozen: { columns: 0, rows: options.frozenRows },
    rowPoints: 18,
    showsGrid: false,
    page: {
      paper: "A4",
      isLandscape: options.isLandscape,
      marginsInches: { sides: 0.6, ends: 0.7 },
      isCentred: true,
      footer: "&C第 &P 页，共 &N 页",
    },
  };
}
