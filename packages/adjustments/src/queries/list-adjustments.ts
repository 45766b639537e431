import { campaignOf } from "@anji/campaign/queries";
import { type ActorCtx, type Page, pageOf, read, type Reader } from "@anji/database";
import { type Id, idOf, refuse } from "@anji/kernel";
import { type WireRefusal, wireRefusal } from "@anji/rpc";
import { and, asc, desc, eq, inArray, lt, ne, type SQL } from "drizzle-orm";
import type { z } from "zod";
import { type AdjustmentEvent, adjustmentLifecycle, whyNotAdjustment } from "../adjustment.lifecycle.ts";
import type { listAdjustmentsInput } from "../inputs.ts";
import { adjustment, adjustmentDocument } from "../tables.ts";
import { type AdjustmentRow, adjustmentRows, rowOf } from "./adjustment-rows.ts";

export type AdjustmentAct = { verb: AdjustmentEvent; whyNot: WireRefusal | null };
export type ShownAdjustment = AdjustmentRow & {
  documents: { fileId: string; name: string }[];
  acts: AdjustmentAct[];
};

const DOCUMENTS_MAX = 2000;

/** 调整申请 of an area or of one finding, the newest first, each with its papers and acts. */
export async function listAdjustments(
  ctx: ActorCtx,
  input: z.output<typeof listAdjustmentsInput>,
): Promise<Page<ShownAdjustment>> {
  return read(ctx, async (reader) => {
    const { phase } = await campaignOf(reader, input.campaignId);
    const rows = await adjustmentRows(reader)
      .where(
        and(
          eq(adjustment.campaignId, input.campaignId),
          reader.scope(adjustment.regionPath),
          input.findingId === null ? undefined : eq(adjustment.findingId, input.findingId),
          inView(input.view),
          input.cursor === null ? undefined : lt(adjustment.id, cursorOf(input.cursor)),
        ),
      )
      .orderBy(desc(adjustment.id))
      .limit(input.limit + 1);
    const { items, nextCursor } = pageOf(rows, { limit: input.limit, cursorOf: (last) => last.id });
    const documents = await documentsOf(
      reader,
      items.map((one) => one.id),
    );
    const shown = items.map((one) => ({
      ...rowOf(one),
      documents: documents.get(one.id) ?? [],
      acts: adjustmentLifecycle.events.map((verb) => {
        const reason = whyNotAdjustment({ subject: one.record, event: verb, actor: ctx.actor, campaign: { phase } });
        return { verb, whyNot: reason === null ? null : wireRefusal(reason, ctx) };
      }),
    }));
    return { items: shown, nextCursor };
  });
}

/** A cursor is the id of the last row; another one is refused at its field. */
function cursorOf(cursor: string): Id<"adjustment"> {
  const given = idOf("adjustment").safeParse(cursor);
  if (given.success) return given.data;
  const fields = [{ path: "cursor", rule: "kernel.fieldInvalid", params: {} }];
  return refuse({ code: "invalid", rule: "kernel.invalidInput", fields });
}

function inView(view: z.output<typeof listAdjustmentsInput>["view"]): SQL | undefined {
  if (view === "all") return undefined;
  return view === "waiting" ? eq(adjustment.status, "requested") : ne(adjustment.status, "requested");
}

async function documentsOf(reader: Reader, ids: readonly Id<"adjustment">[]) {
  if (ids.length === 0) return new Map<string, { fileId: string; name: string }[]>();
  const rows = await reader.tx
    .select({ id: adjustmentDocument.adjustmentId, fileId: adjustmentDocument.fileId, name: adjustmentDocument.name })
    .from(adjustmentDocument)
    .where(inArray(adjustmentDocument.adjustmentId, [...ids]))
    .orderBy(asc(adjustmentDocument.fileId))
    .limit(DOCUMENTS_MAX);
  return Map.groupBy(
    rows.map(({ id, fileId, name }) => ({ id, fileId, name })),
    (row) => row.id,
  );
}
