import { type Caller, callerOf } from "./caller.ts";
import type { LedgerCase, Reader } from "./ledger-cases.ts";
import { type Comparison, compare } from "./measure.ts";

const BAR = 1.5;
const RUNS = { page: 120, sums: 21 } as const;
const WARM_UP = { page: 20, sums: 3 } as const;

/** A page or a sum through tRPC, compared with the same statements sent by the floor server. */
export async function measureRead(
  one: LedgerCase,
  options: { floorAddress: string; callers: ReadonlyMap<Reader, Caller> },
): Promise<Comparison> {
  const caller = options.callers.get(one.reader);
  if (caller === undefined) throw new Error(`nobody reads ${one.name}`);
  const floor = callerOf(options.floorAddress, {});
  const measured = await compare({
    name: one.name,
    bar: BAR,
    runs: RUNS[one.part],
    warmUp: WARM_UP[one.part],
    ours: () => caller.get(one.path),
    floors: [() => floor.get(`/prepared/${one.key}`), () => floor.get(`/plain/${one.key}`)],
  });
  floor.close();
  return measured;
}
