import type { Actor } from "@anji/kernel";

/** A unit's name for this reader. There are three 桥东区, so the province sees the city too. */
export function placeName(place: { unitName: string; cityName: string }, reader: Pick<Actor, "level">): string {
  const { unitName, cityName } = place;
  return reader.level === "province" && cityName !== unitName ? `${cityName} ${unitName}` : unitName;
}
