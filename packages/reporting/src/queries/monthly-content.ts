import { type CampaignState, planPhase } from "@anji/campaign";
import type { CampaignRow } from "@anji/campaign/queries";
import { type ActorCtx, type Page, read } from "@anji/database";
import { completenessOf, frozenOf, rowsOfFigure } from "@anji/figures/queries";
import { dayOf } from "@anji/kernel";
import { profileOn } from "@anji/official-documents";
import type { z } from "zod";
import type { MonthlyFindingRow, MonthlyReportContent } from "../documents/monthly-report-content.ts";
import type { monthlyContentInput, monthlyContentRowsInput } from "../inputs.ts";
import { groupLeader, localGroupName, shortName } from "./document-head.ts";
import { monthlyOf } from "./monthly-detail.ts";

export type MonthlyContentAnswer = {
  content: MonthlyReportContent;
  /** The job whose files the report waits for. */
  jobId: string | null;
  rowCount: number;
};

/** Everything the files of a report are made of, except its detail rows. */
export async function monthlyContent(
  ctx: ActorCtx,
  input: z.output<typeof monthlyContentInput>,
): Promise<MonthlyContentAnswer> {
  return read(ctx, async (reader) => {
    const { report, campaign, unitName } = await monthlyOf(reader, input.id);
    const { frozen, taken } = await frozenOf(reader, report.cutOffId);
    const { imprint } = report;
    const submitter = report.submittedByName ?? report.draftedByName;
    const content: MonthlyReportContent = {
      campaignName: await shortName(reader, campaign),
      unitName,
      issuingBody: `${unitName}${localGroupName(campaign)}`,
      addressee: campaign.plan.organisation.leadingGroup.name,
      documentNo: imprint.documentNo,
      month: report.month,
      cutOffOn: dayOf(taken.at),
      cutOffAt: taken.at.toISOString(),
      phaseName: phaseName(campaign, taken.phase),
      completeness: await completenessOf(reader, report.cutOffId),
      isNil: report.isNil,
      figures: frozen.figures,
      narrative: report.narrative,
      maker: report.draftedByName,
      reviewer: imprint.reviewer || submitter,
      signer: imprint.signer || (await groupLeader(reader, report)) || submitter,
      contact: imprint.contact || report.draftedByName,
      signedOn: dayOf(report.submittedAt ?? taken.frozenAt),
      profile: profileOn(dayOf(taken.at)),
      chainHead: null,
      attachments: [],
    };
    return { content, jobId: report.jobId, rowCount: frozen.lineCount };
  });
}

/** The detail rows of a report's workbook, page by page in the order of their numbers. */
export async function monthlyContentRows(
  ctx: ActorCtx,
  input: z.output<typeof monthlyContentRowsInput>,
): Promise<Page<MonthlyFindingRow>> {
  return read(ctx, async (reader) => {
    const { report, campaign } = await monthlyOf(reader, input.id);
    const figure = { by: "total", key: null, measure: "count" } as const;
    const page = await rowsOfFigure(reader, { ...input, figure, cutOffId: report.cutOffId, plan: campaign.plan });
    const items = page.items.map((row) => ({
      number: row.number,
      unitKey: row.unitKey,
      unitCode: row.unitCode,
      unitName: row.unitName,
      fundKey: row.fundLine,
      fundName: row.fundName,
      categoryKey: row.category,
      categoryName: row.categoryName,
      kindKey: row.kind,
      kindName: row.kindName,
      occurred: row.occurrence.text,
      status: row.status,
      found: row.foundFen,
      recovered: row.recoveredFen,
      repaid: row.repaidFen,
      rebooked: row.rebookedFen,
      writtenOff: row.writtenOffFen,
      outstanding: row.outstandingFen,
    }));
    return { items, nextCursor: page.nextCursor };
  });
}

function phaseName(campaign: CampaignRow, phase: CampaignState): string {
  const shown = phase === "closed" ? campaign.plan.phases.at(-1) : planPhase(campaign.plan, phase);
  return shown?.name ?? "";
}
