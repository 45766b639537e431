import type { ReactElement } from "react";

/** A part in each of its states, as the page of parts, the accessibility test and the picture test show it. */
export type Story = {
  /** The part's file without its ending. */
  readonly part: string;
  readonly states: Readonly<Record<string, ReactElement>>;
  /** Lies over the page: shown alone. */
  readonly isOverlay: boolean;
};

export function story(part: string, states: Story["states"]): Story {
  return { part, states, isOverlay: false };
}

/** For what a button would do in the product. */
export function nothing(): void {
  // A picture does nothing.
}
