import { Readable } from "node:stream";
import { campaignOf, type CampaignRow } from "@anji/campaign/queries";
import { type ActorCtx, insertFile, perform, read, type Reader } from "@anji/database";
import { conditionsOf } from "@anji/findings/steps";
import { type Id, refuseIf, whyNotAllowed } from "@anji/kernel";
import type { z } from "zod";
import { campaignCatalogue } from "../import/campaign-catalogue.ts";
import { ledgerFacts, refuseTooLarge } from "../import/ledger-facts.ts";
import { uploadedLedger } from "../import/uploaded-ledger.ts";
import type { annotateSheetInput, exportSheetInput, sheetTemplateInput } from "../inputs.ts";
import { ledgerSheetPermissions } from "../permissions.ts";
import { annotateLedger, type LedgerWorkbook, writeLedger, writeLedgerTemplate } from "../sheet/index.ts";

export type MadeSheet = { fileId: Id<"file">; name: string };

const MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const SHEET_BYTES_MAX = 200 * 1024 * 1024;
/** What a sheet can take in again. */
const EXPORT_ROWS_MAX = 100_000;

/** The template of the campaign's plan, empty, with the actor's units to choose from. */
export async function makeTemplate(ctx: ActorCtx, input: z.output<typeof sheetTemplateInput>): Promise<MadeSheet> {
  refuseIf(whyNotAllowed(ledgerSheetPermissions.makeSheet, ctx.actor));
  const workbook = await read(ctx, async (reader) => workbookOf(reader, await campaignOf(reader, input.campaignId)));
  const name = `${workbook.title}-${workbook.catalogue.templateVersion}.xlsx`;
  return storeSheet(ctx, { input, name, content: writeLedgerTemplate(workbook) });
}

/** The view as a workbook in the template's layout, in the order of the screen; importing it again changes nothing. */
export async function exportSheet(ctx: ActorCtx, input: z.output<typeof exportSheetInput>): Promise<MadeSheet> {
  return exportUpTo(ctx, { input, maximum: EXPORT_ROWS_MAX });
}

/** Step: the same of any length; a longer view is refused before anything of it is written. */
export async function exportUpTo(
  ctx: ActorCtx,
  options: { input: z.output<typeof exportSheetInput>; maximum: number },
): Promise<MadeSheet> {
  const { input, maximum } = options;
  refuseIf(whyNotAllowed(ledgerSheetPermissions.makeSheet, ctx.actor));
  const { stored, name } = await read(ctx, async (reader) => {
    const campaign = await campaignOf(reader, input.campaignId);
    const conditions = await conditionsOf(reader, { campaign, filter: input.filter });
    await refuseTooLarge(reader, { conditions, maximum });
    const workbook = await workbookOf(reader, campaign);
    const content = writeLedger(workbook, ledgerFacts(reader, { conditions, sort: input.sort }));
    return {
      stored: await ctx.files.put(content, { maximumBytes: SHEET_BYTES_MAX }),
      name: `${workbook.title}-${reader.today}.xlsx`,
    };
  });
  return recordSheet(ctx, { input, name, stored });
}

/** The uploaded workbook itself with each mistake marked in its cell. */
export async function annotateSheet(ctx: ActorCtx, input: z.output<typeof annotateSheetInput>): Promise<MadeSheet> {
  refuseIf(whyNotAllowed(ledgerSheetPermissions.makeSheet, ctx.actor));
  const { bytes, reading } = await uploadedLedger(ctx, input);
  const marked = await annotateLedger(bytes, { mistakes: reading.mistakes, locale: ctx.locale });
  return storeSheet(ctx, { input, name: `${reading.sheet}-批注.xlsx`, content: Readable.from([marked]) });
}

async function workbookOf(reader: Reader, campaign: CampaignRow): Promise<LedgerWorkbook> {
  return {
    catalogue: await campaignCatalogue(reader, campaign.plan),
    title: `${campaign.name}问题台账`,
    reportingUnit: reader.actor.unitName,
    closingOn: reader.today,
  };
}

type Made = { input: { commandId: string }; name: string };

async function storeSheet(ctx: ActorCtx, made: Made & { content: Readable }): Promise<MadeSheet> {
  const stored = await ctx.files.put(made.content, { maximumBytes: SHEET_BYTES_MAX });
  return recordSheet(ctx, { ...made, stored });
}

async function recordSheet(
  ctx: ActorCtx,
  made: Made & { stored: { sha256: string; sizeBytes: number } },
): Promise<MadeSheet> {
  const { input, name, stored } = made;
  return perform<MadeSheet>(ctx, { permission: ledgerSheetPermissions.makeSheet, input }, async (act) => {
    const regionPath = act.actor.path;
    const file = await insertFile(act, { name, mediaType: MEDIA_TYPE, ...stored, regionPath });
    const answer = { fileId: file.fileId, name: file.name };
    return act.done({
      subjectKind: "file",
      subjectId: file.fileId,
      regionPath,
      campaignId: null,
      before: null,
      after: file,
      answer,
    });
  });
}
