import { type CampaignState, planPhase } from "@anji/campaign";
import type { CampaignRow } from "@anji/campaign/queries";
import { type ActorCtx, type Page, read, type Reader } from "@anji/database";
import { completenessOf, type CutOffRow, frozenOf, rowsOfFigure } from "@anji/figures/queries";
import { dayOf } from "@anji/kernel";
import { profileOn } from "@anji/official-documents";
import type { z } from "zod";
import type { MonthlyFindingRow, MonthlyReportContent } from "../documents/monthly-report-content.ts";
import type { SummaryReportContent } from "../documents/summary-report-content.ts";
import type { reportContentInput, reportContentRowsInput } from "../inputs.ts";
import { reportDueOn } from "../report-period.ts";
import { EMPTY_IMPRINT, type SigningRole } from "../report.ts";
import { cityStandings } from "./city-standings.ts";
import { localGroupName, shortName } from "./document-head.ts";
import { periodFacts } from "./report-chain.ts";
import { type FoundReport, periodOf, reportInScope } from "./report-row.ts";
import { type Written, writtenOf } from "./report-written.ts";
import { waivedSummaries } from "./waived-summaries.ts";

export type ReportContent =
  | { kind: "monthly"; content: MonthlyReportContent }
  | { kind: "summary"; content: SummaryReportContent };

export type ReportContentAnswer = ReportContent & {
  /** The job whose files the report waits for. */
  jobId: string | null;
  rowCount: number;
};

/** The content of a report's files, except the detail rows of its workbook. */
export async function reportContent(
  ctx: ActorCtx,
  input: z.output<typeof reportContentInput>,
): Promise<ReportContentAnswer> {
  return read(ctx, async (reader) => {
    const one = await reportInScope(reader, input.id);
    const { frozen, taken } = await frozenOf(reader, one.row.cutOffId);
    const written = writtenOf(one.row);
    const common = { ...(await headOf(reader, { ...one, written, taken })), figures: frozen.figures };
    const answer = { jobId: one.row.jobId, rowCount: frozen.lineCount };
    if (written.kind === "summary") {
      const { startsOn } = one.campaign.plan.period;
      const cities = await cityStandings(reader, one.row);
      const waived = one.row.level === "province" ? await waivedSummaries(reader, one.campaign.id) : [];
      const content = { ...common, narrative: written.narrative, startsOn, cities, waived };
      return { ...answer, kind: written.kind, content };
    }
    const { kind, narrative, month } = written;
    const phaseName = phaseNameOf(one.campaign, taken.phase);
    const { openingMonth } = await periodFacts(reader, { row: one.row, taken });
    const { isNil } = one.row;
    return { ...answer, kind, content: { ...common, narrative, month, phaseName, openingMonth, isNil } };
  });
}

/** The detail rows of a report's workbook, page by page in the order of their numbers. */
export async function reportContentRows(
  ctx: ActorCtx,
  input: z.output<typeof reportContentRowsInput>,
): Promise<Page<MonthlyFindingRow>> {
  return read(ctx, async (reader) => {
    const { row: report, campaign } = await reportInScope(reader, input.id);
    const figure = { by: "total", key: null, quantity: "count" } as const;
    const page = await rowsOfFigure(reader, {
      ...input,
      figure,
      isWhole: true,
      cutOffId: report.cutOffId,
      plan: campaign.plan,
    });
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
      reduced: row.reducedFen,
      stated: row.statedFen,
    }));
    return { items, nextCursor: page.nextCursor };
  });
}

/** What the documents of both kinds have: parties, dates, people. 各市领导小组…报送省领导小组；省领导小组…向国家部际领导小组提交 */
async function headOf(
  reader: Pick<Reader, "tx">,
  { row, campaign, unitName, written, taken }: FoundReport & { written: Written; taken: CutOffRow },
) {
  const { receivingGroup, leadingGroup } = campaign.plan.organisation;
  const { documentNo, contact } = written.imprint ?? EMPTY_IMPRINT;
  const signedAs = (role: SigningRole) => (row.signedAs === role ? (row.submittedByName ?? "") : "");
  return {
    campaignName: await shortName(reader, campaign),
    unitName,
    issuingBody: `${unitName}${localGroupName(campaign)}`,
    addressee: row.level === "city" ? leadingGroup.name : receivingGroup.name,
    documentNo,
    cutOffOn: dayOf(taken.at),
    cutOffAt: taken.at.toISOString(),
    completeness: await completenessOf(reader, row.cutOffId),
    maker: row.draftedByName,
    reviewer: signedAs("reviewer"),
    signer: signedAs("leader"),
    contact: contact || row.draftedByName,
    dueOn: reportDueOn(campaign.plan, { level: row.level, period: periodOf(row) }),
    isLate: row.isLate ?? false,
    signedOn: dayOf(row.submittedAt ?? taken.frozenAt),
    profile: profileOn(dayOf(taken.at)),
    chainHead: null,
    attachments: [],
  };
}

function phaseNameOf(campaign: CampaignRow, phase: CampaignState): string {
  const shown = phase === "ended" ? campaign.plan.phases.at(-1) : planPhase(campaign.plan, phase);
  return shown?.name ?? "";
}
