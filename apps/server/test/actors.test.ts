import type { Actor } from "@anji/kernel";
import { anActor } from "@anji/kernel/testing";
import { expect, it } from "vitest";
import { createActors } from "../src/actors.ts";

const clerk = anActor({ unitCode: "130100", roles: ["clerk"] });
const headers = new Headers({ cookie: "session=one" });

/** Readings that end when the test says so, each with what it found. */
function readings() {
  const open: ((actor: Actor | null) => void)[] = [];
  const find = () => new Promise<Actor | null>((resolve) => open.push(resolve));
  return { find, end: (actor: Actor | null) => open.shift()?.(actor), count: () => open.length };
}

it("an actor is read once while nothing is said about people", async () => {
  const { find, end, count } = readings();
  const actors = createActors(find);
  const first = actors.of(headers);
  end(clerk);
  expect((await first).actor).toBe(clerk);
  expect((await actors.of(headers)).actor).toBe(clerk);
  expect(count()).toBe(0);
});

it("an account closed while it is being read is read again, not remembered as it was", async () => {
  const { find, end } = readings();
  const actors = createActors(find);
  const reading = actors.of(headers);
  actors.forget();
  end(clerk);
  await Promise.resolve();
  end(null);
  expect((await reading).actor).toBeNull();
});

it("an actor found before people changed says so to a request that still holds it", async () => {
  const { find, end } = readings();
  const actors = createActors(find);
  const reading = actors.of(headers);
  end(clerk);
  const found = await reading;
  expect(found.isCurrent()).toBe(true);
  actors.forget();
  expect(found.isCurrent()).toBe(false);
});
