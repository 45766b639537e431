import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { z } from "zod";
import { eventually } from "../support/eventually.ts";
import type { Sent } from "./surface/http.ts";
import { insideOf, refusedBodies, refusedBody } from "./surface/refusal-body.ts";
import {
  administratedSurface,
  ADMINISTRATOR,
  keyOf,
  newPerson,
  type Page,
  peopleCount,
  post,
  queryPath,
  type Surface,
} from "./surface/server.ts";

const LONGEST_REFUSAL_BYTES = 2048;
const JSON_TYPE = { "content-type": "application/json" };

let surface: Surface;
let page: Page;

beforeAll(async () => {
  ({ surface, page } = await administratedSurface());
});
afterAll(() => surface.close());

describe("a change", () => {
  const foreign = "https://elsewhere.example";

  it.each([
    ["from a foreign page with the person's cookie", () => ({ cookie: page.cookie, origin: foreign })],
    ["from a page without a name with the person's cookie", () => ({ cookie: page.cookie })],
    ["from a page whose origin is hidden", () => ({ cookie: page.cookie, origin: "null" })],
    ["from a foreign page without a cookie", () => ({ origin: foreign })],
  ])("%s is refused, and nothing changes", async (_, headers) => {
    const before = await peopleCount(surface, page);
    for (const type of ["application/json", "text/plain", "multipart/form-data; boundary=x"]) {
      const answer = await surface.ask("/trpc/jurisdictions.people.add", {
        method: "POST",
        headers: { "content-type": type, ...headers() },
        body: JSON.stringify(newPerson()),
      });
      expect(answer.status).toBe(403);
      expect(refusedBody(answer)).toMatchObject({ code: "notAllowed", rule: "kernel.foreignOrigin" });
    }
    const uploaded = await surface.ask(`/files?name=a&commandId=${randomUUID()}`, {
      method: "POST",
      headers: { ...headers(), "content-type": "text/plain" },
      body: "x",
    });
    expect(uploaded.status).toBe(403);
    expect(await peopleCount(surface, page)).toBe(before);
  });

  it("by a service with its key needs no origin", async () => {
    const claim = { commandId: randomUUID(), workerName: "一号机", kinds: ["renderReport"] };
    const key = await keyOf(surface, { page, role: "worker" });
    expect((await post(surface, "/trpc/jobs.claim", { input: claim, headers: { "x-api-key": key } })).status).toBe(200);
  });

  it("cannot be made by following a link", async () => {
    const answer = await surface.ask(queryPath("jurisdictions.people.add", newPerson()), {
      headers: { cookie: page.cookie },
    });
    expect(answer.status).toBe(405);
    refusedBody(answer);
  });
});

describe("what is asked wrongly is refused in words and shows nothing of the inside", () => {
  const wrong: [string, number, () => [string, Sent]][] = [
    ["an unknown procedure", 404, () => ["/trpc/findings.dropEverything", { headers: page }]],
    ["a name of every object", 404, () => ["/trpc/__proto__.constructor", { headers: page }]],
    ["a change asked for as a reading", 405, () => ["/trpc/campaign.create", { headers: page }]],
    [
      "a reading asked for as a change",
      405,
      () => ["/trpc/jurisdictions.me", { method: "POST", headers: { ...JSON_TYPE, ...page }, body: "{}" }],
    ],
    [
      "another method",
      404,
      () => ["/trpc/jurisdictions.me", { method: "PUT", headers: { ...JSON_TYPE, ...page }, body: "{}" }],
    ],
    [
      "broken JSON in a change",
      400,
      () => ["/trpc/campaign.create", { method: "POST", headers: { ...JSON_TYPE, ...page }, body: '{"commandId":' }],
    ],
    ["broken JSON in a reading", 400, () => ["/trpc/campaign.get?input=%7B", { headers: page }]],
    ["broken JSON in a batch", 400, () => ["/trpc/campaign.get,campaign.get?batch=1&input=%7B", { headers: page }]],
    ["a batch whose inputs are a list", 400, () => ["/trpc/campaign.get?batch=1&input=%5B1%5D", { headers: page }]],
    [
      "broken parameters of a connection",
      400,
      () => ["/trpc/jurisdictions.me?connectionParams=%7B", { headers: page }],
    ],
    [
      "a body that is no text",
      400,
      () => [
        "/trpc/campaign.create",
        { method: "POST", headers: { ...JSON_TYPE, ...page }, body: Buffer.from([0xff, 0xfe, 0x00]) },
      ],
    ],
    [
      "brackets without end",
      400,
      () => [
        "/trpc/campaign.create",
        { method: "POST", headers: { ...JSON_TYPE, ...page }, body: "[".repeat(500_000) },
      ],
    ],
    [
      "a wrong content type",
      415,
      () => [
        "/trpc/campaign.create",
        { method: "POST", headers: { "content-type": "application/xml", ...page }, body: "<a/>" },
      ],
    ],
    ["no content type", 415, () => ["/trpc/campaign.create", { method: "POST", headers: page }]],
    ["an address that is none", 400, () => ["/trpc/%zz", { headers: page }]],
    ["an address that leads nowhere", 404, () => ["/etc/passwd", { headers: page }]],
    ["an address with dots", 404, () => ["/files/..%2f..%2fetc%2fpasswd", { headers: page }]],
    ["a file nobody stored", 404, () => [`/files/${randomUUID()}`, { headers: page }]],
    ["a file to somebody unknown", 401, () => [`/files/${randomUUID()}`, {}]],
    [
      "an upload without a name",
      400,
      () => ["/files", { method: "POST", headers: { ...JSON_TYPE, ...page }, body: "x" }],
    ],
    [
      "a sign-in with broken JSON",
      400,
      () => [
        "/api/auth/sign-in/username",
        { method: "POST", headers: { ...JSON_TYPE, origin: surface.url }, body: "{" },
      ],
    ],
    [
      "a sign-in that would poison objects",
      400,
      () => [
        "/api/auth/sign-in/username",
        { method: "POST", headers: { ...JSON_TYPE, origin: surface.url }, body: '{"__proto__":{"a":1}}' },
      ],
    ],
    [
      "a session nobody has",
      401,
      () => ["/trpc/jurisdictions.me", { headers: { cookie: "anji.session_token=made.up" } }],
    ],
    ["a key nobody has", 401, () => ["/trpc/jurisdictions.me", { headers: { "x-api-key": "anji_made_up" } }]],
  ];

  it.each(wrong)("%s → %i", async (_, status, request) => {
    const [path, sent] = request();
    const said: string[] = [];
    for (const language of ["zh-CN", "en"]) {
      const answer = await surface.ask(path, { ...sent, headers: { ...sent.headers, "accept-language": language } });
      expect(answer.status).toBe(status);
      expect(answer.body.length).toBeLessThanOrEqual(LONGEST_REFUSAL_BYTES);
      expect(answer.body).not.toContain(/\/trpc\/([\w.]+)/.exec(path)?.[1] ?? path);
      said.push(refusedBody(answer).message);
    }
    expect(said[0]).toMatch(/[\u4e00-\u9fff]/);
    expect(said[1]).toMatch(/^[ -~]+$/);
  });
});

describe("while the database is away", () => {
  beforeAll(() => surface.database.shut());
  afterAll(() => surface.database.open());

  const requests: [string, () => [string, Sent]][] = [
    ["a reading", () => ["/trpc/campaign.list", { headers: page }]],
    ["a batch", () => ["/trpc/campaign.list,jurisdictions.me?batch=1", { headers: page }]],
    [
      "a change",
      () => [
        "/trpc/jurisdictions.people.add",
        { method: "POST", headers: { ...JSON_TYPE, ...page }, body: JSON.stringify(newPerson()) },
      ],
    ],
    ["a reading with a key", () => ["/trpc/campaign.list", { headers: { "x-api-key": "anji_other" } }]],
    ["a public reading", () => ["/trpc/jurisdictions.install.state", {}]],
    ["a download", () => [`/files/${randomUUID()}`, { headers: page }]],
    [
      "an upload",
      () => [
        `/files?name=a&commandId=${randomUUID()}`,
        { method: "POST", headers: { ...page, "content-type": "text/plain" }, body: "x" },
      ],
    ],
    ["the question whether it is ready", () => ["/health/ready", {}]],
  ];

  it.each(requests)("%s is answered with a reference and nothing else of the cause", async (_, request) => {
    // A little longer than the server caches an actor.
    surface.server.parts.actors.forget();
    for (const language of ["zh-CN", "en"]) {
      const [path, sent] = request();
      const answer = await surface.ask(path, { ...sent, headers: { ...sent.headers, "accept-language": language } });
      expect(answer.status).toBe(500);
      for (const refused of refusedBodies(answer)) {
        expect(refused).toMatchObject({ code: "defect", rule: "kernel.defect", fields: [], current: null });
        const { requestId } = z.object({ requestId: z.uuid() }).parse(refused.params);
        expect(refused.message).toContain(requestId);
      }
    }
  });

  it("a sign-in is answered without its cause", async () => {
    const answer = await surface.signInAnswer({
      username: ADMINISTRATOR,
      password: "whatever-2008",
      address: "10.3.0.1",
    });
    expect(answer.status).toBe(500);
    expect(insideOf(answer.body)).toEqual([]);
  });
});

test("when the database is back, the same people go on working", async () => {
  const answer = await eventually("an answer", {
    ask: () => surface.ask("/trpc/jurisdictions.me", { headers: page }),
    until: ({ status }) => status === 200,
  });
  expect(answer.body).toContain("何志远");
});
