/** A seeded sequence of numbers, so that the demonstration is the same on every machine. */
export type Dice = {
  /** A whole number from 0 up to but not including `below`. */
  below(below: number): number;
  pick<Item>(items: readonly Item[]): Item;
};

export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return {
    below: (below) => next() % below,
    pick: (items) => {
      const item = items[next() % items.length];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
  };
}
