import { findingLifecycle } from "@anji/findings";
import { getFinding } from "@anji/findings/queries";
import { finding, findingEvent, findingLine, settlement } from "@anji/findings/tables";
import { recordSettlement } from "@anji/findings/verbs";
import { RefusalError } from "@anji/kernel";
import { asc, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { sums } from "./sums.ts";
import { ledgerWorld, rectifying, registered, reported, settlementOf, type TestWorld } from "./world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await ledgerWorld({ connections: 8 });
});

const WRITERS = 8;
const SETTLED_EACH = 12;

describe("eight writers on one finding", () => {
  it("settle until nothing is left; no entry is lost, none goes beyond, and the identity holds at every step", async () => {
    const row = await rectifying(world, { foundFen: "96" });
    const ctx = world.ctxOf(world.people.clerk);
    async function writer(): Promise<{ done: number; refused: number }> {
      const result = { done: 0, refused: 0 };
      for (let entry = 0; entry < SETTLED_EACH;) {
        const current = await getFinding(ctx, { id: row.id });
        try {
          await recordSettlement(ctx, settlementOf(current, { amountFen: "1" }));
          entry += 1;
          result.done += 1;
        } catch (cause) {
          if (!(cause instanceof RefusalError) || cause.refusal.code !== "stale") throw cause;
          result.refused += 1;
        }
      }
      return result;
    }
    const results = await Promise.all(Array.from({ length: WRITERS }, writer));
    expect(results.reduce((sum, one) => sum + one.done, 0)).toBe(WRITERS * SETTLED_EACH);
    const after = await getFinding(ctx, { id: row.id });
    expect(after).toMatchObject({
      recoveredFen: "96",
      outstandingFen: "0",
      version: row.version + WRITERS * SETTLED_EACH,
    });
    expect(after.settlements).toHaveLength(WRITERS * SETTLED_EACH);
    const { total } = await sums(world, world.people.clerk, { groupBy: null });
    expect(BigInt(total.foundFen)).toBe(
      BigInt(total.recoveredFen) +
        BigInt(total.repaidFen) +
        BigInt(total.rebookedFen) +
        BigInt(total.writtenOffFen) +
        BigInt(total.outstandingFen),
    );
  });

  it("register in one city at once, and no number is given twice", async () => {
    const rows = await Promise.all(Array.from({ length: 24 }, () => registered(world)));
    expect(new Set(rows.map((row) => row.number)).size).toBe(24);
  });
});

const NOT_PERMITTED = "42501";
const refused = z.object({ cause: z.object({ constraint_name: z.string() }) });

/** The violated constraint; any other failure is a fault of the test. */
function refusedBy(cause: unknown): string {
  return refused.parse(cause).cause.constraint_name;
}

describe("the database itself", () => {
  it("refuses amounts that are not the sums of their parts, in whatever order they are written", async () => {
    const row = await rectifying(world);
    const writes: [name: string, constraint: string, statement: ReturnType<typeof sql>][] = [
      ["a head alone", "finding_equals_lines", sql`update findings.finding set recovered_fen = 1 where id = ${row.id}`],
      [
        "a head found higher",
        "finding_equals_lines",
        sql`update findings.finding set found_fen = found_fen + 1 where id = ${row.id}`,
      ],
      [
        "a line alone",
        "finding_equals_lines",
        sql`update findings.finding_line set found_fen = found_fen + 1 where finding_id = ${row.id}`,
      ],
      [
        "an amount found higher with no row that says why",
        "finding_equals_lines",
        sql`with line as (update findings.finding_line set found_fen = found_fen + 1 where finding_id = ${row.id})
        update findings.finding set found_fen = found_fen + 1 where id = ${row.id}`,
      ],
      [
        "a reduction with no row that says why",
        "finding_equals_lines",
        sql`with line as (update findings.finding_line set found_fen = found_fen - 1, reduced_fen = 1 where finding_id = ${row.id})
        update findings.finding set found_fen = found_fen - 1, reduced_fen = 1 where id = ${row.id}`,
      ],
      [
        "a reduction said of another amount",
        "amount_change_reduced",
        sql`insert into findings.amount_change (finding_id, id, line_no, region_path, cause, fund_line, kind, found_fen, reduced_fen, changed_by, changed_at)
        values (${row.id}, gen_random_uuid(), 1, '13.06.21', 'reduced', 'unemployment', 'B2', -2, 1, gen_random_uuid(), now())`,
      ],
      [
        "a reduction said and not made",
        "finding_equals_lines",
        sql`insert into findings.amount_change (finding_id, id, line_no, region_path, cause, fund_line, kind, found_fen, reduced_fen, changed_by, changed_at)
        values (${row.id}, gen_random_uuid(), 1, '13.06.21', 'reduced', 'unemployment', 'B2', -1, 1, gen_random_uuid(), now())`,
      ],
      [
        "another first stated amount",
        "finding_first_stated",
        sql`update findings.finding set first_stated_fen = first_stated_fen - 1 where id = ${row.id}`,
      ],
      [
        "a line settled without a settlement",
        "line_equals_settlements",
        sql`with line as (update findings.finding_line set recovered_fen = 1 where finding_id = ${row.id})
        update findings.finding set recovered_fen = 1 where id = ${row.id}`,
      ],
      [
        "a second line",
        "finding_equals_lines",
        sql`insert into findings.finding_line (finding_id, line_no, campaign_id, region_path, fund_line, kind, reduced_fen, found_fen, recovered_fen, repaid_fen, rebooked_fen, written_off_fen)
        select finding_id, 2, campaign_id, region_path, 'work-injury', kind, 0, 1, 0, 0, 0, 0 from findings.finding_line where finding_id = ${row.id}`,
      ],
      [
        "a line of another area",
        "finding_equals_lines",
        sql`insert into findings.finding_line (finding_id, line_no, campaign_id, region_path, fund_line, kind, reduced_fen, found_fen, recovered_fen, repaid_fen, rebooked_fen, written_off_fen)
        select finding_id, 2, campaign_id, '13.01.21', 'work-injury', kind, 0, 0, 0, 0, 0, 0 from findings.finding_line where finding_id = ${row.id}`,
      ],
      [
        "a settlement alone",
        "line_equals_settlements",
        sql`insert into findings.settlement (finding_id, id, line_no, region_path, channel, amount_fen, settled_on, voucher_no, note, recorded_by, recorded_by_name, recorded_at)
        values (${row.id}, gen_random_uuid(), 1, '13.06.21', 'recovered', 1, '2008-10-01', '', '', gen_random_uuid(), '', now())`,
      ],
    ];
    for (const [name, constraint, statement] of writes) {
      const outcome = await world.asProvince((tx) => tx.execute(statement)).then(() => "written", refusedBy);
      expect([name, outcome]).toEqual([name, constraint]);
    }
  });

  it("refuses more settled than found and keeps a line's settlements from being changed or erased", async () => {
    const row = await rectifying(world);
    const beyond = sql`with moved as (insert into findings.settlement (finding_id, id, line_no, region_path, channel, amount_fen, settled_on, voucher_no, note, recorded_by, recorded_by_name, recorded_at)
        values (${row.id}, gen_random_uuid(), 1, '13.06.21', 'recovered', 100000001, '2008-10-01', '', '', gen_random_uuid(), '', now())),
      line as (update findings.finding_line set recovered_fen = 100000001 where finding_id = ${row.id})
      update findings.finding set recovered_fen = 100000001 where id = ${row.id}`;
    expect(await world.asProvince((tx) => tx.execute(beyond)).then(() => "written", refusedBy)).toBe(
      "finding_outstanding",
    );
    for (const statement of [
      sql`update findings.settlement set note = 'x'`,
      sql`delete from findings.settlement`,
      sql`update findings.amount_change set cause = 'corrected'`,
      sql`delete from findings.amount_change`,
      sql`delete from findings.finding_event`,
    ]) {
      await expect(world.asProvince((tx) => tx.execute(statement))).rejects.toMatchObject({
        cause: { code: NOT_PERMITTED },
      });
    }
  });

  it("refuses a finding closed by the person who reported it", async () => {
    const row = await reported(world);
    const close = sql`update findings.finding set status = 'closed', closed_by = reported_by, closed_at = now() where id = ${row.id}`;
    expect(await world.asProvince((tx) => tx.execute(close)).then(() => "written", refusedBy)).toBe("finding_closed");
  });
});

describe("history", () => {
  it("of every finding folds into its status, numbered by the versions it led to", async () => {
    await world.asProvince(async (tx) => {
      const findings = await tx
        .select({ id: finding.id, status: finding.status, version: finding.version })
        .from(finding);
      expect(findings.length).toBeGreaterThan(20);
      for (const one of findings) {
        const events = await tx
          .select()
          .from(findingEvent)
          .where(eq(findingEvent.subjectId, one.id))
          .orderBy(asc(findingEvent.seq));
        expect(findingLifecycle.replay(events.map((event) => event.event))).toBe(one.status);
        expect(events.at(-1)?.seq).toBe(one.version);
      }
    });
  });

  it("leaves every line equal to its settlements", async () => {
    await world.asProvince(async (tx) => {
      const [row] = await tx.select({ lines: sql<number>`count(*)::int` }).from(findingLine);
      const [settled] = await tx
        .select({ sum: sql<string>`coalesce(sum(${settlement.amountFen}), 0)::text` })
        .from(settlement);
      const [line] = await tx
        .select({ sum: sql<string>`sum(recovered_fen + repaid_fen + rebooked_fen + written_off_fen)::text` })
        .from(findingLine);
      expect(row?.lines).toBeGreaterThan(20);
      expect(line?.sum).toBe(settled?.sum);
    });
  });
});
