import { type Actor, kernelRules, newId, type Permission, refuse } from "@anji/kernel";
import { anActor, expectRefused, refusalOf } from "@anji/kernel/testing";
import { testDatabase } from "@anji/testing";
import { and, count, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Act, type Done, SIGNAL_CHANNEL } from "../src/index.ts";
import { perform } from "../src/perform.ts";
import { auditEntry, command, storedFile } from "../src/tables.ts";
import { testInstallation, type TestInstallation } from "../src/testing.ts";

const city = anActor({ unitCode: "130100", roles: ["clerk"] });
const permission = { key: "test.note", levels: ["city"], roles: ["clerk"] } as const satisfies Permission;
const otherPermission = { ...permission, key: "test.other" } as const satisfies Permission;

let installation: TestInstallation;

beforeAll(async () => {
  const { appUrl } = await testDatabase();
  installation = await testInstallation({ appUrl, rules: kernelRules, locale: "zh-CN", startsAt: "2008-09-01" });
});
afterAll(() => installation.end());

type Note = { subject: string; text: string };

/** The smallest verb: one row and its signal as its effect, one audit row as its end. */
function note(commandId: string, content: Note): Promise<{ subject: string }> {
  return perform<{ subject: string }>(
    installation.ctxOf(city),
    { permission, input: { commandId, ...content } },
    (act) => noted(act, content),
  );
}

async function noted(act: Act, content: Note): Promise<Done<{ subject: string }>> {
  await affect(act, content.subject);
  return act.done({
    ...subjectOf(act.actor, content.subject),
    before: null,
    after: content,
    answer: { subject: content.subject },
  });
}

async function affect(act: Act, subject: string): Promise<void> {
  const { now, actor } = act;
  const content = { sha256: "0".repeat(64), sizeBytes: 0, mediaType: "text/plain", name: subject };
  const from = { regionPath: actor.path, uploadedBy: actor.personId, uploadedAt: now };
  await act.tx.insert(storedFile).values({ id: newId<"file">(now), ...content, ...from });
  act.signal({ topic: "test.noted", subjectId: subject, regionPath: actor.path });
}

function subjectOf(actor: Actor, subjectId: string) {
  return { subjectKind: "note", subjectId, regionPath: actor.path, campaignId: null };
}

/** How many audit rows and effects a subject has. */
async function traces(subject: string): Promise<{ audit: number; effects: number }> {
  return installation.under(city, async (tx) => {
    const [audit] = await tx.select({ rows: count() }).from(auditEntry).where(eq(auditEntry.subjectId, subject));
    const [effects] = await tx.select({ rows: count() }).from(storedFile).where(eq(storedFile.name, subject));
    return { audit: audit?.rows ?? 0, effects: effects?.rows ?? 0 };
  });
}

describe("one act", () => {
  it("leaves exactly one audit row that says who did what to which, from which request, before and after", async () => {
    const commandId = crypto.randomUUID();
    await note(commandId, { subject: "one", text: "甲" });
    expect(await traces("one")).toEqual({ audit: 1, effects: 1 });
    const [row] = await installation.under(city, (tx) =>
      tx.select().from(auditEntry).where(eq(auditEntry.subjectId, "one")),
    );
    expect(row).toMatchObject({
      personId: city.personId,
      personName: city.name,
      unitCode: "130100",
      verb: "test.note",
      regionPath: "13.01",
      before: null,
      after: { subject: "one", text: "甲" },
      commandId,
      requestId: "test",
    });
    expect(row?.actedAt.toISOString()).toBe("2008-09-01T04:00:00.000Z");
  });

  it("that fails leaves no audit row, no effect and no stored command", async () => {
    const commandId = crypto.randomUUID();
    const failing = perform(installation.ctxOf(city), { permission, input: { commandId } }, async (act) => {
      await noted(act, { subject: "failed", text: "" });
      throw new Error("the disk is full");
    });
    await expect(failing).rejects.toThrow("the disk is full");
    expect(await traces("failed")).toEqual({ audit: 0, effects: 0 });
    expect(await note(commandId, { subject: "failed", text: "again" })).toEqual({ subject: "failed" });
    expect(await traces("failed")).toEqual({ audit: 1, effects: 1 });
  });

  it("that is refused leaves nothing", async () => {
    const refused = perform(
      installation.ctxOf(city),
      { permission, input: { commandId: crypto.randomUUID() } },
      async (act) => {
        await affect(act, "refused");
        return refuse({ code: "conflict", rule: "kernel.stale" });
      },
    );
    await expectRefused(refused, "kernel.stale");
    expect(await traces("refused")).toEqual({ audit: 0, effects: 0 });
  });

  it("of a role or level that is not named does not begin", async () => {
    for (const [actor, rule] of [
      [anActor({ unitCode: "130000", roles: ["clerk"] }), "kernel.levelMayNot"],
      [anActor({ unitCode: "130100", roles: ["observer"] }), "kernel.roleMayNot"],
    ] as const) {
      let hasBegun = false;
      const attempt = perform(
        installation.ctxOf(actor),
        { permission, input: { commandId: crypto.randomUUID() } },
        (act) => {
          hasBegun = true;
          return noted(act, { subject: "not allowed", text: "" });
        },
      );
      expect([(await refusalOf(attempt)).rule, hasBegun]).toEqual([rule, false]);
    }
  });

  it("cannot end twice, nor with the ending of another act", async () => {
    const twice = perform(
      installation.ctxOf(city),
      { permission, input: { commandId: crypto.randomUUID() } },
      async (act) => {
        await noted(act, { subject: "twice", text: "" });
        return noted(act, { subject: "twice", text: "" });
      },
    );
    await expect(twice).rejects.toThrow("test.note ended twice");
    let kept: Done<{ subject: string }> | null = null;
    await perform(installation.ctxOf(city), { permission, input: { commandId: crypto.randomUUID() } }, async (act) => {
      kept = await noted(act, { subject: "own", text: "" });
      return kept;
    });
    const borrowed = perform<{ subject: string }>(
      installation.ctxOf(city),
      { permission, input: { commandId: crypto.randomUUID() } },
      (act) => (kept === null ? noted(act, { subject: "twice", text: "" }) : Promise.resolve(kept)),
    );
    await expect(borrowed).rejects.toThrow("without its own audit row");
    expect(await traces("twice")).toEqual({ audit: 0, effects: 0 });
  });

  it("cannot write under another area", async () => {
    const elsewhere = perform(
      installation.ctxOf(city),
      { permission, input: { commandId: crypto.randomUUID() } },
      (act) =>
        act.done({
          ...subjectOf(anActor({ unitCode: "130200", roles: [] }), "elsewhere"),
          before: null,
          after: null,
          answer: null,
        }),
    );
    await expect(elsewhere).rejects.toMatchObject({
      cause: { code: "42501", message: expect.stringContaining("row-level security") },
    });
    expect(await traces("elsewhere")).toEqual({ audit: 0, effects: 0 });
  });
});

describe("a command sent again", () => {
  it("gives the stored answer and has no second effect", async () => {
    const commandId = crypto.randomUUID();
    const content = { subject: "again", text: "乙" };
    const first = await note(commandId, content);
    expect(await note(commandId, content)).toEqual(first);
    // The order of the fields of an input does not matter.
    expect(await note(commandId, { text: "乙", subject: "again" })).toEqual(first);
    expect(await traces("again")).toEqual({ audit: 1, effects: 1 });
  });

  it("gives the same plain JSON the first time and every time after", async () => {
    const commandId = crypto.randomUUID();
    const send = () =>
      perform<unknown>(installation.ctxOf(city), { permission, input: { commandId } }, (act) =>
        act.done({
          ...subjectOf(city, "plain"),
          before: null,
          after: null,
          answer: { at: act.now, amountFen: 12n, absent: undefined },
        }),
      );
    const first = await send();
    expect(first).toEqual({ at: "2008-09-01T04:00:00.000Z", amountFen: "12" });
    expect(await send()).toEqual(first);
  });

  it("answers null again when the first answer was null", async () => {
    const commandId = crypto.randomUUID();
    const send = () =>
      perform(installation.ctxOf(city), { permission, input: { commandId } }, (act) =>
        act.done({ ...subjectOf(city, "nothing"), before: null, after: null, answer: null }),
      );
    expect([await send(), await send(), await traces("nothing")]).toEqual([null, null, { audit: 1, effects: 0 }]);
  });

  it("with another input, or to another verb, is refused", async () => {
    const commandId = crypto.randomUUID();
    await note(commandId, { subject: "reused", text: "丙" });
    await expectRefused(note(commandId, { subject: "reused", text: "丁" }), "kernel.commandReused");
    const elsewhere = perform(
      installation.ctxOf(city),
      { permission: otherPermission, input: { commandId, subject: "reused", text: "丙" } },
      (act) => noted(act, { subject: "reused", text: "丙" }),
    );
    await expectRefused(elsewhere, "kernel.commandReused");
    expect(await traces("reused")).toEqual({ audit: 1, effects: 1 });
  });

  it("by another person is another command", async () => {
    const commandId = crypto.randomUUID();
    await note(commandId, { subject: "shared", text: "" });
    const colleague = anActor({ unitCode: "130100", roles: ["clerk"] });
    await perform(
      installation.ctxOf(colleague),
      { permission, input: { commandId, subject: "shared", text: "" } },
      (act) => noted(act, { subject: "shared", text: "" }),
    );
    expect(await traces("shared")).toEqual({ audit: 2, effects: 2 });
  });

  it("while the first is still running has one effect and one answer", async () => {
    const commandId = crypto.randomUUID();
    const sends = Array.from({ length: 8 }, () => note(commandId, { subject: "race", text: "" }));
    expect(new Set((await Promise.all(sends)).map((answer) => answer.subject))).toEqual(new Set(["race"]));
    expect(await traces("race")).toEqual({ audit: 1, effects: 1 });
    const [stored] = await installation.under(city, (tx) =>
      tx
        .select({ rows: count() })
        .from(command)
        .where(and(eq(command.commandId, commandId), eq(command.personId, city.personId))),
    );
    expect(stored?.rows).toBe(1);
  });
});

describe("a signal", () => {
  it("is heard once its act is committed, and never when the act fails", async () => {
    const heard: string[] = [];
    const { unlisten } = await installation.connection.sql.listen(SIGNAL_CHANNEL, (text) => heard.push(text));
    const failing = perform(
      installation.ctxOf(city),
      { permission, input: { commandId: crypto.randomUUID() } },
      async (act) => {
        await noted(act, { subject: "unheard", text: "" });
        throw new Error("rolled back");
      },
    );
    await expect(failing).rejects.toThrow("rolled back");
    await note(crypto.randomUUID(), { subject: "heard", text: "" });
    await expect
      .poll(() => heard)
      .toEqual([JSON.stringify({ topic: "test.noted", subjectId: "heard", regionPath: "13.01" })]);
    await unlisten();
  });
});

describe("the scope of a transaction", () => {
  it("ends with it: the next statement on the same connection sees nothing", async () => {
    await note(crypto.randomUUID(), { subject: "scoped", text: "" });
    const rows = await installation.connection.db.select().from(auditEntry).where(eq(auditEntry.subjectId, "scoped"));
    expect(rows).toEqual([]);
    const [setting] = await installation.connection.db.execute(
      sql`select nullif(current_setting('app.path', true), '') as path`,
    );
    expect(setting).toEqual({ path: null });
  });
});
