import type { Actor } from "@anji/kernel";
import { anActor } from "@anji/kernel/testing";
import { describe, expect, it } from "vitest";
import { createActors, type ReadActor } from "../src/actors.ts";
import type { Credential } from "../src/credential.ts";

const clerk = anActor({ unitCode: "130100", roles: ["clerk"] });
const headers = new Headers({ cookie: "one" });
const STARTED_AT = 1_000_000;
const SECOND_MS = 1000;
const HOUR_MS = 3600 * SECOND_MS;

/** Readings that end when the test says so, each with its result; and a time that the test moves. */
function readings() {
  const open: ((found: ReadActor | null) => void)[] = [];
  const time = { now: STARTED_AT, heardUntil: STARTED_AT };
  const actors = createActors({
    credentialOf: (sent) => Promise.resolve(credentialIn(sent)),
    read: () => new Promise<ReadActor | null>((resolve) => open.push(resolve)),
    heardUntil: () => time.heardUntil,
    now: () => time.now,
  });
  const end = async (actor: Actor | null, until = Number.POSITIVE_INFINITY) => {
    await begun();
    open.shift()?.(actor === null ? null : { actor, until });
  };
  return { actors, end, count: () => open.length, time };
}

/** Waits until a request has reached its reading, if it needs one. */
function begun(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function credentialIn(sent: Headers): Credential | null {
  const secret = sent.get("cookie");
  return secret === null ? null : { kind: "session", secret };
}

/** An actor who has just been read. */
async function remembering(until?: number) {
  const all = readings();
  const first = all.actors.of(headers);
  await all.end(clerk, until);
  await first;
  return all;
}

/** Whether the next request needs no reading. */
async function isRemembered({ actors, end, count }: ReturnType<typeof readings>): Promise<boolean> {
  const asked = actors.of(headers);
  await begun();
  const isReading = count() > 0;
  if (isReading) await end(null);
  expect((await asked).actor).toBe(isReading ? null : clerk);
  return !isReading;
}

it("an actor is read once while nothing is said about people", async () => {
  const { actors, end, count } = readings();
  const first = actors.of(headers);
  await end(clerk);
  expect((await first).actor).toBe(clerk);
  expect((await actors.of(headers)).actor).toBe(clerk);
  expect(count()).toBe(0);
});

it("an account closed while it is being read is read again, not remembered as it was", async () => {
  const { actors, end, count } = readings();
  const reading = actors.of(headers);
  await begun();
  expect(count()).toBe(1);
  actors.forget();
  await end(clerk);
  await end(null);
  expect((await reading).actor).toBeNull();
});

it("an actor found before people changed says so to a request that still holds it", async () => {
  const { actors, end } = readings();
  const reading = actors.of(headers);
  await end(clerk);
  const found = await reading;
  expect(found.isCurrent()).toBe(true);
  actors.forget();
  expect(found.isCurrent()).toBe(false);
});

it("an actor who is remembered says the same to the requests that hold it", async () => {
  const { actors } = await remembering();
  const found = await actors.of(headers);
  expect(found.isCurrent()).toBe(true);
  actors.forgetPerson(clerk.personId);
  expect(found.isCurrent()).toBe(false);
});

it("what is said about one person makes that person be read again, and nobody else", async () => {
  const one = await remembering();
  one.actors.forgetPerson("somebody else");
  expect(await isRemembered(one)).toBe(true);
  one.actors.forgetPerson(clerk.personId);
  expect(await isRemembered(one)).toBe(false);
});

it("nobody is remembered for showing what opens nothing", async () => {
  const { actors, end, count } = readings();
  for (let request = 0; request < 2; request += 1) {
    const reading = actors.of(headers);
    await end(null);
    expect((await reading).actor).toBeNull();
  }
  expect((await actors.of(new Headers())).actor).toBeNull();
  expect(count()).toBe(0);
});

describe("an actor is remembered", () => {
  it("for as long as the line of signals is known to be up", async () => {
    const one = await remembering();
    one.time.now += HOUR_MS;
    one.time.heardUntil = one.time.now - SECOND_MS;
    expect(await isRemembered(one)).toBe(true);
  });

  it("for two seconds while the line is not known to be up, and is then read again", async () => {
    const one = await remembering();
    one.time.now += 2 * SECOND_MS;
    expect(await isRemembered(one)).toBe(true);
    one.time.now += 1;
    expect(await isRemembered(one)).toBe(false);
  });

  it("for two seconds after its reading when the line was down before", async () => {
    const one = readings();
    one.time.heardUntil = STARTED_AT - HOUR_MS;
    const first = one.actors.of(headers);
    await one.end(clerk);
    await first;
    one.time.now += 2 * SECOND_MS;
    expect(await isRemembered(one)).toBe(true);
    one.time.now += 1;
    expect(await isRemembered(one)).toBe(false);
  });

  it("no longer than its session lasts", async () => {
    const one = await remembering(STARTED_AT + SECOND_MS);
    one.time.now += SECOND_MS - 1;
    expect(await isRemembered(one)).toBe(true);
    one.time.now += 1;
    expect(await isRemembered(one)).toBe(false);
  });

  it("not after the machine's clock was set back", async () => {
    const one = await remembering();
    one.time.now -= SECOND_MS;
    expect(await isRemembered(one)).toBe(false);
  });
});
