import type { Actor } from "@anji/kernel";

/** A unit as this reader knows it: there are three 桥东区, so the province reads a unit with its city. */
export function placeName(place: { unitName: string; cityName: string }, reader: Pick<Actor, "level">): string {
  const { unitName, cityName } = place;
  return reader.level === "province" && cityName !== unitName ? `${cityName} ${unitName}` : unitName;
}
