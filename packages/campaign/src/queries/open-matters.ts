import type { GateReader, OpenMatter, OpenMatters } from "../gate-source.ts";
import type { CampaignRow } from "./campaigns.ts";

/** Step: what every context still has open in the reader's area. */
export async function openMattersOf(
  reader: GateReader,
  sources: readonly OpenMatters[],
  campaign: Pick<CampaignRow, "id" | "plan">,
): Promise<OpenMatter[]> {
  const matters: OpenMatter[] = [];
  // One after the other: they share the transaction's connection.
  for (const { key, count } of sources) matters.push({ key, ...(await count(reader, { campaign })) });
  return matters;
}
