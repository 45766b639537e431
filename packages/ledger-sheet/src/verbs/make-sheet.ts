import { Readable } from "node:stream";
import { campaignOf, type CampaignRow } from "@anji/campaign/queries";
import { type ActorCtx, type CommandSchema, insertFile, read, type Reader, verbAround } from "@anji/database";
import { conditionsOf } from "@anji/findings/steps";
import type { Id } from "@anji/kernel";
import type { z } from "zod";
import { campaignCatalogue } from "../import/campaign-catalogue.ts";
import { ledgerFacts, refuseTooLarge } from "../import/ledger-facts.ts";
import { annotateInProcess, onePerPerson } from "../import/sheet-task.ts";
import { uploadedLedger } from "../import/uploaded-ledger.ts";
import { annotateSheetInput, exportSheetInput, sheetTemplateInput } from "../inputs.ts";
import { ledgerSheetPermissions } from "../permissions.ts";
import { type LedgerWorkbook, writeLedger, writeLedgerTemplate } from "../sheet/index.ts";

export type MadeSheet = { fileId: Id<"file">; name: string };

const MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const SHEET_BYTES_MAX = 200 * 1024 * 1024;
/** The most rows an import accepts. */
const EXPORT_ROWS_MAX = 100_000;

/** The template of the campaign's plan, empty, with the actor's units to choose from. */
export const makeTemplate = sheetVerb(sheetTemplateInput, async (ctx, input) => {
  const workbook = await read(ctx, async (reader) => workbookOf(reader, await campaignOf(reader, input.campaignId)));
  const name = `${workbook.title}-${workbook.catalogue.templateVersion}.xlsx`;
  return { name, ...(await stored(ctx, writeLedgerTemplate(workbook))) };
});

/** The view as a workbook in the template's layout, in the order of the screen; importing it again changes nothing. */
export const exportSheet = exportUpTo(EXPORT_ROWS_MAX);

/** The same with any limit; a longer view is refused before anything is written. */
export function exportUpTo(maximum: number) {
  return sheetVerb(exportSheetInput, (ctx, input) =>
    read(ctx, async (reader) => {
      const campaign = await campaignOf(reader, input.campaignId);
      const conditions = await conditionsOf(reader, { campaign, filter: input.filter });
      await refuseTooLarge(reader, { conditions, maximum });
      const workbook = await workbookOf(reader, campaign);
      const content = writeLedger(workbook, ledgerFacts(reader, { conditions, sort: input.sort }));
      return { name: `${workbook.title}-${reader.today}.xlsx`, ...(await stored(ctx, content)) };
    }),
  );
}

/** The uploaded workbook itself with each mistake marked in its cell. */
export const annotateSheet = sheetVerb(annotateSheetInput, (ctx, input) =>
  onePerPerson(ctx.actor.personId, async () => {
    const { bytes, reading } = await uploadedLedger(ctx, input);
    const marked = await annotateInProcess({ bytes, mistakes: reading.mistakes, locale: ctx.locale });
    return { name: `${reading.sheet}-批注.xlsx`, ...(await stored(ctx, Readable.from([marked]))) };
  }),
);

type WrittenFile = { name: string; sha256: string; sizeBytes: number };

/** A verb that writes a workbook before its transaction and records it as a file of the actor's area. */
function sheetVerb<Schema extends CommandSchema>(
  input: Schema,
  written: (ctx: ActorCtx, input: z.output<Schema>) => Promise<WrittenFile>,
) {
  return verbAround(
    { permission: ledgerSheetPermissions.makeSheet, input },
    {
      before: written,
      body: async (act, _, file: WrittenFile) => {
        const regionPath = act.actor.path;
        const after = await insertFile(act, { ...file, mediaType: MEDIA_TYPE, regionPath });
        const answer: MadeSheet = { fileId: after.fileId, name: after.name };
        const subject = { subjectKind: "file", subjectId: after.fileId, regionPath, campaignId: null };
        return act.done({ ...subject, before: null, after, answer });
      },
      after: (_, answer) => answer,
    },
  );
}

function stored(ctx: ActorCtx, content: Readable): Promise<Pick<WrittenFile, "sha256" | "sizeBytes">> {
  return ctx.files.put(content, { maximumBytes: SHEET_BYTES_MAX });
}

async function workbookOf(reader: Reader, campaign: CampaignRow): Promise<LedgerWorkbook> {
  return {
    catalogue: await campaignCatalogue(reader, campaign.plan),
    title: `${campaign.name}问题台账`,
    reportingUnit: reader.actor.unitName,
    closingOn: reader.today,
  };
}
