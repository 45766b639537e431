import type { ActorCtx } from "@anji/database";
import { everyFinding, listFindingsInput, sumFindingsInput } from "@anji/findings";
import { listFindings, sumFindings } from "@anji/findings/queries";
import type { Actor } from "@anji/kernel";
import { z } from "zod";
import { type Caller, queryPath } from "./caller.ts";
import { capturedStatements, readerOf } from "./captured-statements.ts";
import type { FloorCase } from "./floor-cases.ts";

/** A query of the product: how it is asked, and the statements it sends. */
export type LedgerCase = {
  readonly name: string;
  /** Its name in a path. */
  readonly key: string;
  readonly part: "page" | "sums";
  readonly reader: Reader;
  readonly path: string;
  readonly floor: FloorCase;
};
export type Reader = { readonly level: string; readonly actor: Actor };

export const READERS: readonly Reader[] = [
  { level: "province", actor: readerOf("130000") },
  { level: "city", actor: readerOf("130600") },
  { level: "county", actor: readerOf("130681") },
];

const PAGE_ROWS = 50;
const WALK_ROWS = 200;
const FILTER = { ...everyFinding(null), fundLines: ["enterprise-pension"], statuses: ["rectifying"] };
const SORT = { by: "dueOn", direction: "asc" };
const GROUPS = ["city", "fundLine", "category"] as const;

type Asking = { appUrl: string; campaignId: string; callers: ReadonlyMap<Reader, Caller> };

/** 问题台账: fund and status filtered, sorted by deadline; the first page and one half way down. */
export async function pageCases(asking: Asking): Promise<LedgerCase[]> {
  const cases: LedgerCase[] = [];
  for (const reader of READERS) {
    const page = { campaignId: asking.campaignId, filter: FILTER, sort: SORT, limit: PAGE_ROWS };
    const deep = await cursorHalfWay(asking, reader);
    for (const [place, cursor] of [
      ["first", null],
      ["deep", deep],
    ] as const) {
      const input = { ...page, cursor };
      const query = (ctx: ActorCtx) => listFindings(ctx, listFindingsInput.parse(input));
      cases.push({
        name: `ledger page, ${place}, ${reader.level}`,
        key: `page-${place}-${reader.level}`,
        part: "page",
        reader,
        path: queryPath("findings.list", input),
        floor: {
          path: reader.actor.path,
          statements: await capturedStatements({ ...asking, actor: reader.actor }, query),
        },
      });
    }
  }
  return cases;
}

/** 分组合计 of the whole province. */
export async function sumCases(asking: Asking): Promise<LedgerCase[]> {
  const cases: LedgerCase[] = [];
  const [province] = READERS;
  if (province === undefined) return cases;
  for (const groupBy of GROUPS) {
    const input = { campaignId: asking.campaignId, filter: everyFinding(null), groupBy };
    const query = (ctx: ActorCtx) => sumFindings(ctx, sumFindingsInput.parse(input));
    cases.push({
      name: `group sums by ${groupBy}, province`,
      key: `sums-${groupBy}`,
      part: "sums",
      reader: province,
      path: queryPath("findings.sums", input),
      floor: {
        path: province.actor.path,
        statements: await capturedStatements({ ...asking, actor: province.actor }, query),
      },
    });
  }
  return cases;
}

const pageAnswer = z.object({ items: z.array(z.unknown()), nextCursor: z.string().nullable() });

/** Walks the whole list and answers the cursor in its middle. */
async function cursorHalfWay({ campaignId, callers }: Asking, reader: Reader): Promise<string> {
  const cursors: string[] = [];
  const limit = reader.level === "county" ? PAGE_ROWS : WALK_ROWS;
  let cursor: string | null = null;
  do {
    const input = { campaignId, filter: FILTER, sort: SORT, limit, cursor };
    const page = pageAnswer.parse(await callers.get(reader)?.query("findings.list", input));
    cursor = page.nextCursor;
    if (cursor !== null) cursors.push(cursor);
  } while (cursor !== null);
  const half = cursors[Math.floor(cursors.length / 2)];
  if (half === undefined) throw new Error(`The ${reader.level}'s list has only one page; take more rows.`);
  return half;
}
