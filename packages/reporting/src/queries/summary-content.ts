import { campaignOf, type CampaignRow } from "@anji/campaign/queries";
import { type ActorCtx, read } from "@anji/database";
import { completenessOf, frozenOf } from "@anji/figures/queries";
import { dayOf } from "@anji/kernel";
import { profileOn } from "@anji/official-documents";
import type { z } from "zod";
import type { SummaryReportContent } from "../documents/summary-report-content.ts";
import type { summaryContentInput } from "../inputs.ts";
import { groupLeader, localGroupName, shortName } from "./document-head.ts";
import { summaryInScope, type SummaryRow } from "./summary-list.ts";

/** Everything the document of a summary is made of, and the job it waits for. */
export async function summaryContent(
  ctx: ActorCtx,
  input: z.output<typeof summaryContentInput>,
): Promise<{ content: SummaryReportContent; jobId: string | null }> {
  return read(ctx, async (reader) => {
    const { report, unitName } = await summaryInScope(reader, input.id);
    const campaign = await campaignOf(reader, report.campaignId);
    const { frozen, taken } = await frozenOf(reader, report.cutOffId);
    const submitter = report.submittedByName ?? report.draftedByName;
    const content: SummaryReportContent = {
      campaignName: await shortName(reader, campaign),
      unitName,
      ...partiesOf(report, { campaign, unitName }),
      documentNo: "",
      startsOn: campaign.plan.period.startsOn,
      cutOffOn: dayOf(taken.at),
      cutOffAt: taken.at.toISOString(),
      completeness: await completenessOf(reader, report.cutOffId),
      figures: frozen.figures,
      narrative: report.sections,
      maker: report.draftedByName,
      reviewer: submitter,
      signer: (await groupLeader(reader, report)) || submitter,
      contact: report.draftedByName,
      signedOn: dayOf(report.submittedAt ?? taken.frozenAt),
      profile: profileOn(dayOf(taken.at)),
      chainHead: null,
      attachments: [],
    };
    return { content, jobId: report.jobId };
  });
}

/** 各市领导小组…报送省领导小组；省领导小组…向国家部际领导小组提交 */
function partiesOf(
  report: SummaryRow,
  { campaign, unitName }: { campaign: CampaignRow; unitName: string },
): Pick<SummaryReportContent, "issuingBody" | "addressee"> {
  const { receivingGroup, leadingGroup } = campaign.plan.organisation;
  const issuingBody = `${unitName}${localGroupName(campaign)}`;
  return { issuingBody, addressee: report.level === "city" ? leadingGroup.name : receivingGroup.name };
}
