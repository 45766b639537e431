/**
 * One line of the table: the product and its floor, timed in turn, so that a slow moment of the machine affects both.
 */
export type Comparison = {
  readonly name: string;
  /** Medians, in milliseconds. */
  readonly ours: number;
  readonly floor: number;
  readonly ratio: number;
  /** The most the ratio may be; null when it is only reported. */
  readonly bar: number | null;
  readonly runs: number;
};

type Work = () => Promise<unknown>;

export async function compare(options: {
  name: string;
  bar: number | null;
  runs: number;
  warmUp: number;
  ours: Work;
  /** Ways to do the same at the floor; the quickest of them counts. */
  floors: readonly Work[];
}): Promise<Comparison> {
  const ours: number[] = [];
  const floors = options.floors.map((work): { work: Work; times: number[] } => ({ work, times: [] }));
  for (let run = -options.warmUp; run < options.runs; run += 1) {
    const ourTime = await timed(options.ours);
    if (run >= 0) ours.push(ourTime);
    for (const { work, times } of floors) {
      const floorTime = await timed(work);
      if (run >= 0) times.push(floorTime);
    }
  }
  const { name, bar, runs } = options;
  return comparison({
    name,
    bar,
    runs,
    ours: median(ours),
    floor: Math.min(...floors.map(({ times }) => median(times))),
  });
}

export function comparison(measured: Omit<Comparison, "ratio">): Comparison {
  return { ...measured, ratio: measured.ours / measured.floor };
}

export async function timed(work: Work): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which this part of all values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
