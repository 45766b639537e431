import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { openStream } from "./surface/http.ts";
import { refusedBody } from "./surface/refusal-body.ts";
import {
  administratedSurface,
  ADMINISTRATOR,
  newPerson,
  type Page,
  PASSWORD,
  post,
  queryPath,
  type Surface,
} from "./surface/server.ts";

const me = z.object({ result: z.object({ data: z.object({ person: z.object({ id: z.string() }) }) }) });

let surface: Surface;
let page: Page;
let own: string;
const other = "00000000-0000-7000-8000-000000000001";

beforeAll(async () => {
  ({ surface, page } = await administratedSurface());
  const answer = await surface.ask("/trpc/jurisdictions.me", { headers: page });
  own = me.parse(JSON.parse(answer.body)).result.data.person.id;
});
afterAll(() => surface.close());

it("a command sent from the page of another person is refused, names who is signed in, and leaves nothing", async () => {
  const person = newPerson();
  const add = (headers: Record<string, string>) =>
    post(surface, "/trpc/jurisdictions.people.add", { input: person, headers: { ...page, ...headers } });
  const refused = refusedBody(await add({ "x-anji-person": other }));
  expect(refused).toMatchObject({ code: "conflict", rule: "kernel.otherPerson", params: { name: "何志远" } });
  expect(
    (await surface.signInAnswer({ username: person.username, password: PASSWORD, address: "10.7.0.1" })).status,
  ).toBe(401);
  expect((await add({ "x-anji-person": own })).status).toBe(200);
});

it("a page of another person reads nothing, uploads nothing, opens no stream and signs nobody out", async () => {
  const headers = { ...page, "x-anji-person": other };
  const rule = "kernel.otherPerson";
  expect(refusedBody(await surface.ask("/trpc/jurisdictions.me", { headers })).rule).toBe(rule);
  const files = await surface.storedFiles();
  const upload = `/files?${new URLSearchParams({ name: "a.txt", commandId: randomUUID() })}`;
  const sent = { method: "POST", headers: { ...headers, "content-type": "text/plain" }, body: "内容" };
  expect(refusedBody(await surface.ask(upload, sent)).rule).toBe(rule);
  expect(await surface.storedFiles()).toEqual(files);
  const stream = await openStream(`${surface.url}${queryPath("signals.watch", {})}&person=${other}`, page);
  expect(stream.said).toContain(rule);
  stream.close();
  expect(refusedBody(await post(surface, "/api/auth/sign-out", { input: {}, headers })).rule).toBe(rule);
  expect((await surface.ask("/trpc/jurisdictions.me", { headers: page })).status).toBe(200);
});

it("a sign-in in the same browser ends the session before it, and the streams of its pages", async () => {
  const { username, ...person } = newPerson();
  await surface.act(page, "jurisdictions.people.add", { ...person, username });
  const before = await surface.signIn(ADMINISTRATOR);
  const stream = await openStream(`${surface.url}/trpc/signals.watch?person=${own}`, before);
  const answer = await surface.ask("/api/auth/sign-in/username", {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": "10.7.0.2", ...before },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  expect(answer.status).toBe(200);
  await stream.ended;
  expect((await surface.ask("/trpc/jurisdictions.me", { headers: before })).status).toBe(401);
});
