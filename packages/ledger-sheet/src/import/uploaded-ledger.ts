import type { CampaignPlan } from "@anji/campaign";
import { campaignOf } from "@anji/campaign/queries";
import { type ActorCtx, fileOf, found, read } from "@anji/database";
import { type Id, refuse, regionPath, type RegionPath } from "@anji/kernel";
import { WORKBOOK_BYTES_MAX } from "@anji/workbook";
import { type LedgerCatalogue, type LedgerReading } from "../sheet/index.ts";
import { campaignCatalogue } from "./campaign-catalogue.ts";
import { readInProcess } from "./sheet-task.ts";

export type UploadedLedger = {
  readonly bytes: Uint8Array;
  readonly reading: LedgerReading;
  readonly catalogue: LedgerCatalogue;
  readonly plan: CampaignPlan;
  /** The region path of a unit of the catalogue. */
  readonly pathOf: PathOf;
};
export type PathOf = (unitCode: string) => RegionPath;

/** A file of the actor's area, read and checked as a ledger against the campaign's plan. Nothing is written. */
export async function uploadedLedger(
  ctx: ActorCtx,
  options: { campaignId: Id<"campaign">; fileId: Id<"file"> },
): Promise<UploadedLedger> {
  const { file, catalogue, plan, today } = await read(ctx, async (reader) => {
    const campaign = await campaignOf(reader, options.campaignId);
    return {
      catalogue: await campaignCatalogue(reader, campaign.plan),
      file: await fileOf(reader, options.fileId),
      plan: campaign.plan,
      today: reader.today,
    };
  });
  if (file.sizeBytes > WORKBOOK_BYTES_MAX) {
    refuse({
      code: "tooLarge",
      rule: "workbook.tooLarge",
      params: { maximum: WORKBOOK_BYTES_MAX / 1024 / 1024 },
    });
  }
  const bytes = await contentOf(ctx.files.open(file.sha256));
  const paths = new Map(catalogue.units.map((one): [string, RegionPath] => [one.code, regionPath(one.path)]));
  const pathOf = (unitCode: string) => found(paths.get(unitCode));
  const reading = await readInProcess({ bytes, catalogue, today, area: ctx.actor.path });
  return { bytes, catalogue, plan, pathOf, reading };
}

async function contentOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
