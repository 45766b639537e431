import { setTimeout as sleep } from "node:timers/promises";
import { refusalOf } from "@anji/client";
import { everyFinding } from "@anji/findings";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { command, PASSWORD, type Person, type Product, startProduct } from "../support/product.ts";
import { beginStory } from "../support/submitted-reports.ts";

const WRITERS = 8;
const EDITS = 50;
const CITY = "130600";
/** A writer whose row has changed reads it before writing again. */
const READING_MS = 40;

type Seen = { id: string; version: number; foundFen: string };
const seenRow = z.looseObject({ id: z.uuid(), version: z.int(), foundFen: z.string() });

let product: Product;
let writers: Person[];
let finding: Seen;

beforeAll(async () => {
  product = await startProduct({ today: "2009-02-17" });
  const { administrator, campaignId, clerks } = await beginStory(product, [CITY]);
  writers = [];
  for (let number = 1; number <= WRITERS; number += 1) {
    const account = {
      name: `经办${number}`,
      username: `writer.${number}`,
      password: PASSWORD,
      unitCode: CITY,
      department: null,
      roles: ["clerk" as const],
    };
    await administrator.rpc.jurisdictions.people.add.mutate({ ...command(), ...account });
    writers.push(await product.signIn(account.username));
  }
  const filter = everyFinding(null);
  const sort = { by: "number" as const, direction: "asc" as const };
  const ledger = await clerks.get(CITY)?.rpc.findings.list.query({ campaignId, filter, sort, cursor: null, limit: 1 });
  finding = seenRow.parse(ledger?.items[0]);
});
afterAll(() => product.close());

test("eight writers with fifty edits each lose none, and every stale one is answered with the row as it stands", async () => {
  const runs = await Promise.all(writers.map(editOften));
  const stale = runs.flat();
  const [person] = writers;
  const last = seenRow
    .extend({ events: z.array(z.looseObject({ event: z.string(), by: z.string() })) })
    .parse(await person?.rpc.findings.get.query({ id: finding.id }));
  expect(BigInt(last.foundFen) - BigInt(finding.foundFen)).toBe(BigInt(WRITERS * EDITS));
  expect(last.version - finding.version).toBe(WRITERS * EDITS);
  const edits = last.events.filter((event) => event.event === "amend");
  expect([...Map.groupBy(edits, (event) => event.by)].map(([, own]) => own.length)).toEqual(
    Array.from({ length: WRITERS }, () => EDITS),
  );
  expect(stale.length).toBeGreaterThan(EDITS);
  expect(stale.filter(({ sent, current }) => current.id !== finding.id || current.version <= sent)).toEqual([]);
});

/** Adds one fen at a time to what it last saw. Answers the refusals of edits that came too late. */
async function editOften(writer: Person): Promise<{ sent: number; current: Seen }[]> {
  const stale: { sent: number; current: Seen }[] = [];
  let seen = finding;
  for (let done = 0; done < EDITS;) {
    const next = await addFen(writer, seen);
    if (next.isStale) {
      stale.push({ sent: seen.version, current: next.row });
      await sleep(Math.random() * READING_MS);
    } else {
      done += 1;
    }
    seen = next.row;
  }
  return stale;
}

async function addFen(writer: Person, seen: Seen): Promise<{ isStale: boolean; row: Seen }> {
  const changes = { foundFen: String(BigInt(seen.foundFen) + 1n) };
  const amended = writer.rpc.findings.amend.mutate({
    ...command(),
    id: seen.id,
    version: seen.version,
    changes,
    reason: "更正金额",
  });
  return amended.then(
    (row) => ({ isStale: false, row }),
    (error: unknown) => {
      const refusal = refusalOf(error);
      if (refusal?.code !== "stale") throw error;
      return { isStale: true, row: seenRow.parse(refusal.current) };
    },
  );
}
