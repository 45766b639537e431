import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { z } from "zod";
import { eventually } from "../support/eventually.ts";
import { openStream } from "./surface/http.ts";
import { insideOf, refusedBody } from "./surface/refusal-body.ts";
import {
  administratedSurface,
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

describe("a batch", () => {
  const path = (count: number, procedure: string) =>
    `/trpc/${Array.from({ length: count }, () => procedure).join(",")}?batch=1`;
  const inputs = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [index, newPerson()]));

  it("of twenty-one is refused and none of its procedures runs", async () => {
    const before = await peopleCount(surface, page);
    const answer = await post(surface, path(21, "jurisdictions.people.add"), { input: inputs(21), headers: page });
    expect(answer.status).toBe(400);
    expect(refusedBody(answer)).toMatchObject({ code: "invalid", message: "填写有误，请按提示修改。" });
    expect(await peopleCount(surface, page)).toBe(before);
  });

  it("of twenty runs", async () => {
    const answer = await surface.ask(path(20, "jurisdictions.me"), { headers: page });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toHaveLength(20);
  });

  it.each([
    ["GET", 1_900, "?batch=1"],
    ["GET", 1_900, ""],
    ["POST", 1_900, "?batch=1"],
    ["GET", 5_000, "?batch=1"],
    ["POST", 5_000, ""],
  ])("sent by %s as %i commas%s gets a short answer", async (method, commas, query) => {
    const answer = await surface.ask(`/trpc/${",".repeat(commas)}${query}`, {
      method,
      headers: { ...JSON_TYPE, ...page },
      ...(method === "POST" ? { body: "{}" } : {}),
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body.length).toBeLessThanOrEqual(LONGEST_REFUSAL_BYTES);
    refusedBody(answer);
  });
});

describe("a body", () => {
  const mebibytes = (count: number) => "x".repeat(count * 1024 * 1024);

  it("of more than 1 MiB is refused", async () => {
    const answer = await post(surface, "/trpc/jurisdictions.people.add", {
      input: { ...newPerson(), name: mebibytes(2) },
      headers: page,
    });
    expect(answer.status).toBe(413);
    expect(refusedBody(answer)).toMatchObject({ code: "tooLarge", rule: "kernel.tooLarge" });
  });

  it("of more than 1 MiB that does not tell its length is refused", async () => {
    const body = Readable.from([`{"name":"`, mebibytes(2), `"}`]);
    const answer = await surface.ask("/trpc/jurisdictions.people.add", {
      method: "POST",
      headers: { ...JSON_TYPE, ...page },
      body,
    });
    expect(answer.status).toBe(413);
    refusedBody(answer);
  });

  it.each([
    "multipart/form-data; boundary=x",
    "application/octet-stream",
    "text/plain",
    "application/x-www-form-urlencoded",
  ])("of the type %s never reaches a procedure, not even a public one", async (type) => {
    const sent = { method: "POST", headers: { "content-type": type }, body: mebibytes(2) };
    const answer = await surface.ask("/trpc/jurisdictions.install.createFirstAdministrators", sent);
    expect(answer.status).toBe(415);
    expect(refusedBody(answer).code).toBe("invalid");
  });
});

describe("an upload", () => {
  const upload = (headers: Record<string, string>, body: Buffer | Readable) => {
    const query = new URLSearchParams({ name: "大文件.bin", commandId: randomUUID() });
    return surface.ask(`/files?${query}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream", ...headers },
      body,
    });
  };
  const megabytes = (count: number) => Array.from({ length: count }, (_, index) => Buffer.alloc(1024 * 1024, index));

  it.each([
    ["that tells its length", (count: number) => Buffer.concat(megabytes(count))],
    ["that does not tell its length", (count: number) => Readable.from(megabytes(count))],
  ])("of more than 20 MB %s is refused, and nothing stays on the disk", async (_, content) => {
    const before = await surface.storedFiles();
    const answer = await upload(page, content(21));
    expect(answer.status).toBe(413);
    expect(refusedBody(answer).code).toBe("tooLarge");
    expect(await surface.storedFiles()).toEqual(before);
  });

  it("by someone who may store no files leaves nothing on the disk", async () => {
    const before = await surface.storedFiles();
    const answer = await upload({ "x-api-key": await keyOf(surface, { page, role: "observer" }) }, Buffer.from("内容"));
    expect(answer.status).toBe(403);
    expect(refusedBody(answer).rule).toBe("kernel.roleMayNot");
    expect(await surface.storedFiles()).toEqual(before);
  });

  it("broken off by its sender leaves nothing on the disk", async () => {
    const before = await surface.storedFiles();
    const sender = Promise.withResolvers<void>();
    const content = Readable.from(
      (async function* () {
        yield Buffer.alloc(1024 * 1024);
        await sender.promise;
        throw new Error("the sender gave up");
      })(),
    );
    const given = upload(page, content).catch(() => "broken off");
    await eventually("a file on its way", {
      ask: surface.storedFiles,
      until: (names) => names.length > before.length,
    });
    sender.resolve();
    expect(await given).toBe("broken off");
    await eventually("nothing left", {
      ask: surface.storedFiles,
      until: (names) => names.length === before.length,
    });
  });

  it("may carry any name, and its download repeats it safely", async () => {
    // Wherever it is cut, half an emoji is left at its beginning.
    const name = `${"a".repeat(41)}${"😀".repeat(90)}"\r\n../..\\x'(1).xlsx`;
    const query = new URLSearchParams({ name, commandId: randomUUID() });
    const stored = await surface.ask(`/files?${query}`, {
      method: "POST",
      headers: { "content-type": "text/html", ...page },
      body: "<script>alert(1)</script>",
    });
    expect(stored.status).toBe(200);
    const { fileId } = z.object({ fileId: z.uuid() }).parse(JSON.parse(stored.body));
    const { status, headers } = await surface.ask(`/files/${fileId}`, { headers: page });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "application/octet-stream",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
    expect(headers["content-disposition"]).toMatch(/^attachment; filename\*=UTF-8''[\w.!#$&+^`|~%-]+$/);
  });
});

test("a page of more than two hundred rows is a mistake of its field", async () => {
  const answer = await surface.ask(
    queryPath("jurisdictions.people.list", { unitCode: null, text: null, isService: null, cursor: null, limit: 201 }),
    { headers: page },
  );
  expect(answer.status).toBe(400);
  expect(refusedBody(answer).fields).toMatchObject([
    { path: "limit", rule: "kernel.fieldTooLarge", message: "不能大于 200。" },
  ]);
});

describe("open streams", () => {
  it("are at most three a person, and a closed one makes room", async () => {
    const open = () => openStream(`${surface.url}/trpc/signals.watch`, page);
    const [first, ...others] = await Promise.all([open(), open(), open()]);
    const fourth = await open();
    expect(fourth.said).toContain("kernel.tooMany");
    expect(insideOf(fourth.said)).toEqual([]);
    first?.close();
    const again = await eventually("room for a stream", {
      ask: open,
      until: (stream) => {
        const isOpen = !stream.said.includes("kernel.tooMany");
        if (!isOpen) stream.close();
        return isOpen;
      },
    });
    for (const stream of [...others, again]) stream.close();
  });
});

test("every answer carries the headers that keep a page closed to others, and is kept by nobody", async () => {
  const paths = [
    "/trpc/jurisdictions.me",
    "/trpc/none",
    "/health/live",
    "/nowhere",
    `/files/${randomUUID()}`,
    "/api/auth/sign-out",
  ];
  for (const path of paths) {
    const { headers } = await surface.ask(path, { headers: page });
    expect({ path, ...headers }).toMatchObject({
      path,
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cache-control": "no-store",
    });
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/(?:script|default)-src[^;]*unsafe/);
    expect(Object.keys(headers)).not.toContain("x-powered-by");
  }
});

test("every connection of the server ends a statement, and an idle transaction, after its time", async () => {
  const { db } = surface.server.parts;
  const limits = await Promise.all(
    Array.from({ length: 6 }, () =>
      db.transaction(async (tx) => {
        await tx.execute(sql`select pg_sleep(0.2)`);
        const [row] = await tx.execute(
          sql`select pg_backend_pid() as pid, current_user as role, current_setting('statement_timeout') as statement, current_setting('idle_in_transaction_session_timeout') as idle`,
        );
        return row;
      }),
    ),
  );
  expect(new Set(limits.map((row) => row?.["pid"])).size).toBe(6);
  for (const row of limits) expect(row).toMatchObject({ role: "anji_app", statement: "15s", idle: "30s" });
});
