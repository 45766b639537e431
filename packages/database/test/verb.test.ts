import { kernelRules, type Permission } from "@anji/kernel";
import { anActor, expectRefused } from "@anji/kernel/testing";
import { testDatabase } from "@anji/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Act, type ActorCtx, systemAct, verbAround } from "../src/index.ts";
import { command } from "../src/tables.ts";
import { auditOf, testInstallation, type TestInstallation } from "../src/testing.ts";

const clerk = anActor({ unitCode: "130100", roles: ["clerk"] });
const leader = anActor({ unitCode: "130100", roles: ["leader"] });
const permission = { key: "test.note", levels: ["city"], roles: ["clerk"] } as const satisfies Permission;

let installation: TestInstallation;

beforeAll(async () => {
  const { appUrl } = await testDatabase();
  installation = await testInstallation({ appUrl, rules: kernelRules, locale: "zh-CN", startsAt: "2008-09-01" });
});
afterAll(() => installation.end());

function noted(act: Act, after: unknown) {
  const subject = { subjectKind: "note", subjectId: "one", regionPath: act.actor.path, campaignId: null };
  return act.done({ ...subject, before: null, after, answer: { note: "one" } });
}

describe("a verb with work around its transaction", () => {
  const around = (log: string[]) =>
    verbAround(
      { permission, input: z.strictObject({ commandId: z.uuid(), text: z.string() }), secrets: ["text"] },
      {
        before: () => ({ bodies: log.push("before") }),
        body: async (act, input, prepared) => {
          log.push(`body ${input.text}`);
          prepared.bodies = 1;
          return noted(act, null);
        },
        after: (_: ActorCtx, answer, { bodies }) => {
          log.push("after");
          return { ...answer, bodies };
        },
      },
    );

  it("does it before and after the act, and once more around a stored answer", async () => {
    const log: string[] = [];
    const input = { commandId: crypto.randomUUID(), text: "甲" };
    const act = around(log);
    expect(await act(installation.ctxOf(clerk), input)).toEqual({ note: "one", bodies: 1 });
    expect(await act(installation.ctxOf(clerk), input)).toEqual({ note: "one", bodies: 4 });
    expect(log).toEqual(["before", "body 甲", "after", "before", "after"]);
    const audit = await auditOf(installation, { provincePath: "13", commandId: input.commandId });
    expect(audit).toHaveLength(1);
  });

  it("tells a command sent again from another one with the same id, by its secrets too, and keeps none of them", async () => {
    const act = around([]);
    const input = { commandId: crypto.randomUUID(), text: "a-secret-2008" };
    await act(installation.ctxOf(clerk), input);
    await expectRefused(act(installation.ctxOf(clerk), { ...input, text: "a-secret-2009" }), "kernel.commandReused");
    const stored = await installation.under(clerk, (tx) =>
      tx.select().from(command).where(eq(command.commandId, input.commandId)),
    );
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain("a-secret");
  });

  it("does nothing at all for a person who may not", async () => {
    const log: string[] = [];
    const input = { commandId: crypto.randomUUID(), text: "甲" };
    await expectRefused(around(log)(installation.ctxOf(leader), input), "kernel.roleMayNot");
    expect(log).toEqual([]);
  });
});

describe("an act of the system", () => {
  const take = systemAct(
    { permission, command: ({ id, rows }: { id: string; rows: string[] }) => ({ commandId: id, rows: rows.length }) },
    (act, { rows }) => noted(act, { rows }),
  );

  it("counts once under its command, compared by what the command says of it", async () => {
    const id = crypto.randomUUID();
    await take(installation.ctxOf(clerk), { id, rows: ["甲"] });
    await take(installation.ctxOf(clerk), { id, rows: ["乙"] });
    const other = take(installation.ctxOf(clerk), { id, rows: ["甲", "乙"] });
    await expectRefused(other, "kernel.commandReused");
    const stored = await installation.under(clerk, (tx) => tx.select().from(command).where(eq(command.commandId, id)));
    expect(stored).toHaveLength(1);
  });
});
