import type { Outputs } from "../../../rpc/trpc.ts";

type Sums = Pick<Outputs["findings"]["sums"], "groups" | "total">;

/** 已整改率 by count and 已追回率 by amount, in whole percent and never rounded up; null where there is nothing to rectify or recover. */
export function areaShares({ groups, total }: Sums): { rectified: number | null; recovered: number | null } {
  const closed = groups.filter((group) => group.key === "closed").reduce((sum, group) => sum + group.count, 0);
  return {
    rectified: percent(BigInt(closed), BigInt(total.count)),
    recovered: percent(BigInt(total.recoveredFen), BigInt(total.foundFen)),
  };
}

function percent(part: bigint, whole: bigint): number | null {
  return whole === 0n ? null : Number((part * 100n) / whole);
}
