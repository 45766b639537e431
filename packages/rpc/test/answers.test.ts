import { connect, type Connection, type Ctx } from "@anji/database";
import {
  choice,
  dayInput,
  expectedVersion,
  kernelRules,
  type Locale,
  REFUSAL_CODES,
  refusal,
  type RefusalCode,
  refuse,
  type RuleBook,
  ruleMessage,
  textInput,
} from "@anji/kernel";
import { anActor } from "@anji/kernel/testing";
import { testDatabase } from "@anji/testing";
import { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { procedure, publicProcedure, router, transportCode, wireRefusal, type WireRefusal } from "../src/index.ts";
import { answerOf } from "../src/refusals.ts";

const HTTP_STATUS: Readonly<Record<RefusalCode, number>> = {
  notSignedIn: 401,
  notFound: 404,
  notAllowed: 403,
  invalid: 400,
  stale: 409,
  conflict: 409,
  precondition: 412,
  tooLarge: 413,
  tooMany: 429,
};

const rules: RuleBook = {
  ...kernelRules,
  "test.tooSoon": { clause: null, "zh-CN": "应在 {from} 之后。", en: "Not before {from}." },
};

const form = z.strictObject({
  name: textInput({ min: 2, max: 4 }),
  on: dayInput,
  grade: choice(["good", "poor"]),
  version: expectedVersion,
  members: z.array(z.strictObject({ name: textInput({ min: 1, max: 10 }) })).min(1),
});

const throwAway = router({
  refuse: publicProcedure
    .input(z.strictObject({ code: choice(REFUSAL_CODES) }))
    .query(({ input }) =>
      refuse({ code: input.code, rule: "test.tooSoon", params: { from: "2008-09-01" }, current: { version: 7 } }),
    ),
  fill: publicProcedure.input(form).mutation(() => "filled"),
  whoAmI: procedure.query(({ ctx }) => ctx.actor.name),
  breakDown: publicProcedure.query(() => {
    throw new Error("secret: /srv/anji/packages/findings/src/verbs/close.ts");
  }),
  breakInDatabase: publicProcedure.query(({ ctx }) =>
    ctx.db.execute("select secret_column from secret_table where x = 'secret value'"),
  ),
  answerWrongly: publicProcedure.output(z.strictObject({ fine: z.boolean() })).query(() => JSON.parse('{"secret": 1}')),
});

let connection: Connection;

beforeAll(async () => {
  const { appUrl } = await testDatabase();
  connection = connect({ url: appUrl, connections: 1, applicationName: "test" });
});
afterAll(() => connection.end());

function ctxOf(options: { locale: Locale; isSignedIn: boolean }): Ctx {
  return {
    db: connection.db,
    actor: options.isSignedIn ? anActor({ unitCode: "130100", roles: ["clerk"] }) : null,
    clock: { now: () => new Date("2008-09-01T04:00:00Z") },
    files: {
      put: () => Promise.reject(new Error("no files here")),
      open: () => refuse({ code: "notFound", rule: "kernel.notFound" }),
    },
    signals: { listen: () => () => undefined },
    locale: options.locale,
    requestId: "request-7",
    rules,
    filtersByScope: true,
  };
}

type Answer = {
  status: number;
  body: string;
  message: string;
  data: { code: string; httpStatus: number; refusal: WireRefusal };
};

/** Sends one call through the real HTTP adapter and reads the error as a client does. */
async function send(
  path: string,
  options: { locale: Locale; body?: unknown; isSignedIn?: boolean; ctx?: null },
): Promise<Answer> {
  const response = await fetchRequestHandler({
    endpoint: "/trpc",
    router: throwAway,
    createContext: () =>
      options.ctx === null
        ? Promise.reject(new Error("secret: no context"))
        : ctxOf({ locale: options.locale, isSignedIn: options.isSignedIn ?? false }),
    req: requestOf(path, options.body),
  });
  const body = await response.text();
  return { status: response.status, body, ...errorIn(body) };
}

function requestOf(path: string, body: unknown): Request {
  const isQuery = path !== "fill";
  const url = new URL(`http://anji.test/trpc/${path}`);
  if (isQuery && body !== undefined) url.searchParams.set("input", JSON.stringify(body));
  if (isQuery) return new Request(url);
  return new Request(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

// The form of an error is what this file is about; each test asserts the parts it speaks of.
function errorIn(body: string): { message: string; data: Answer["data"] } {
  return JSON.parse(body).error as { message: string; data: Answer["data"] };
}

const filled = { name: "张三", on: "2008-09-01", grade: "good", version: 1, members: [{ name: "李四" }] };

describe("a refusal", () => {
  it.each(REFUSAL_CODES)("%s has its own status, and the current row where there is one", async (code) => {
    const answer = await send("refuse", { locale: "zh-CN", body: { code } });
    expect(answer.status).toBe(HTTP_STATUS[code]);
    expect(answer.message).toBe("应在 2008-09-01 之后。");
    expect(answer.data).toEqual({
      code: transportCode(code),
      httpStatus: HTTP_STATUS[code],
      refusal: {
        code,
        rule: "test.tooSoon",
        about: "content",
        message: answer.message,
        params: { from: "2008-09-01" },
        fields: [],
        current: { version: 7 },
      },
    });
  });

  it("is told in the reader's language", async () => {
    expect((await send("refuse", { locale: "en", body: { code: "conflict" } })).message).toBe("Not before 2008-09-01.");
  });

  it("of somebody not signed in comes before anything else", async () => {
    const answer = await send("whoAmI", { locale: "zh-CN" });
    expect([answer.status, answer.data.refusal.rule]).toEqual([401, "kernel.notSignedIn"]);
  });

  it("that is too much at once is told as too large", async () => {
    const error = new TRPCError({ code: "PAYLOAD_TOO_LARGE" });
    expect(answerOf(error, ctxOf({ locale: "zh-CN", isSignedIn: false }))).toMatchObject({
      code: "tooLarge",
      rule: "kernel.tooLarge",
      message: "内容过大，请减少后再提交。",
    });
  });

  it("whose rule has no message is a defect of ours", () => {
    expect(() => wireRefusal(refusal({ code: "conflict", rule: "test.unknown" }), { rules, locale: "en" })).toThrow(
      "test.unknown",
    );
  });
});

describe("a wrong input", () => {
  const wrong = { name: "一", on: "2008-02-30", version: 0, members: [{ name: "王五" }, { name: "" }], extra: 1 };

  it.each([
    ["zh-CN", "填写有误，请按提示修改。"],
    ["en", "Some fields need correction."],
  ] as const)("is told field by field: %s", async (locale, message) => {
    const answer = await send("fill", { locale, body: wrong });
    expect([answer.status, answer.message]).toEqual([400, message]);
    const { fields } = answer.data.refusal;
    expect(fields.map(({ path, rule }) => [path, rule])).toEqual(
      expect.arrayContaining([
        ["name", "kernel.fieldTooShort"],
        ["on", "kernel.dayInvalid"],
        ["grade", "kernel.fieldRequired"],
        ["version", "kernel.fieldTooSmall"],
        ["members.1.name", "kernel.fieldRequired"],
        ["", "kernel.fieldUnknown"],
      ]),
    );
    const named = fields.find((field) => field.path === "name");
    expect(named?.message).toBe(ruleMessage(kernelRules, "kernel.fieldTooShort", { minimum: 2 }, locale));
    for (const field of fields) expect(field.message).not.toMatch(/\{|\}|undefined|zod|expected/i);
  });

  it.each([["{"], ["null"], ["[]"], ['"text"'], ["{}"]])(
    "that is no form at all is refused as one: %s",
    async (body) => {
      const answer = await send("fill", { locale: "zh-CN", body });
      expect([answer.status, answer.data.refusal.code, answer.data.refusal.rule]).toEqual([
        400,
        "invalid",
        "kernel.invalidInput",
      ]);
    },
  );

  it("that is right passes", async () => {
    const response = await fetchRequestHandler({
      endpoint: "/trpc",
      router: throwAway,
      createContext: () => ctxOf({ locale: "en", isSignedIn: true }),
      req: requestOf("fill", filled),
    });
    expect([response.status, await response.json()]).toEqual([200, { result: { data: "filled" } }]);
  });
});

describe("a defect", () => {
  it.each(["breakDown", "breakInDatabase", "answerWrongly"])("says nothing of its inside: %s", async (path) => {
    const answer = await send(path, { locale: "zh-CN", isSignedIn: true });
    expect(answer.status).toBe(500);
    expect(answer.data.refusal).toEqual({
      code: "defect",
      rule: "kernel.defect",
      about: "content",
      message: "系统出现故障，您的内容没有丢失，请稍后重试。编号 request-7。",
      params: { requestId: "request-7" },
      fields: [],
      current: null,
    });
    expect(answer.body).not.toMatch(/secret|stack|select|\.ts|node_modules/i);
  });

  it("before the request is known says nothing either", async () => {
    const answer = await send("whoAmI", { locale: "zh-CN", ctx: null });
    expect(answer.status).toBe(500);
    expect(answer.data.refusal.rule).toBe("kernel.defect");
    expect(answer.body).not.toMatch(/secret|stack|\.ts/i);
  });

  it("is no word for a procedure that does not exist", async () => {
    const answer = await send("dropTables", { locale: "en" });
    expect([answer.status, answer.data.refusal.rule]).toEqual([404, "kernel.notFound"]);
    expect(answer.body).not.toMatch(/dropTables/);
  });
});
