import { assertNever } from "@anji/kernel";

import { chineseCount } from "./document-dates.ts";

export type OutlineLevel = 1 | 2 | 3 | 4;

export type Column = { readonly title: string; readonly holds: "text" | "number" };

export type FigureTable = {
  readonly caption: string;
  readonly unit: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  readonly foot: readonly string[];
  readonly notes: readonly string[];
};

/** The body of an official document, independent of a file format: a screen and a page both show it. */
export type Block =
  | { readonly kind: "heading"; readonly level: OutlineLevel; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "table"; readonly table: FigureTable };

export function heading(level: OutlineLevel, text: string): Block {
  return { kind: "heading", level, text };
}

export function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}

export function table(figures: FigureTable): Block {
  return { kind: "table", table: figures };
}

/** Puts 一、（一）1.（1） before the headings. A heading restarts the numbers below it. */
export function numberedBlocks(blocks: readonly Block[]): Block[] {
  const counts = [0, 0, 0, 0];
  return blocks.map((block) => {
    if (block.kind !== "heading") return block;
    counts[block.level - 1] = (counts[block.level - 1] ?? 0) + 1;
    counts.fill(0, block.level);
    return { ...block, text: `${headingMark(block.level, counts[block.level - 1] ?? 0)}${block.text}` };
  });
}

/** 结构层次序数依次用“一、”“（一）”“1.”“（1）” */
export function headingMark(level: OutlineLevel, count: number): string {
  switch (level) {
    case 1:
      return `${chineseCount(count)}、`;
    case 2:
      return `（${chineseCount(count)}）`;
    case 3:
      return `${count}.`;
    case 4:
      return `（${count}）`;
    default:
      return assertNever(level);
  }
}
