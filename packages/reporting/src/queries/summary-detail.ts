import { campaignOf } from "@anji/campaign/queries";
import { type ActorCtx, read } from "@anji/database";
import type { LedgerFigures } from "@anji/figures";
import type { Id } from "@anji/kernel";
import { wireRefusal } from "@anji/rpc";
import type { z } from "zod";
import type { SummaryNarrative } from "../documents/summary-report-content.ts";
import type { getSummaryInput } from "../inputs.ts";
import { canAdvance } from "../report.machine.ts";
import { SUMMARY_EVENTS, type SummaryEvent, whyNotSummary } from "../report.ts";
import { type ActAnswer, type CheckAnswer, checkAnswers } from "./monthly-detail.ts";
import { type FileLink, fileLinks, type Rendering, renderingOf } from "./report-files.ts";
import { type HistoryEntry, historyOf } from "./report-trail.ts";
import { type SummaryAnswer, summaryAnswer, summaryInScope } from "./summary-list.ts";
import { summaryState } from "./summary-state.ts";

export type SummaryDetail = SummaryAnswer & {
  campaignId: string;
  cutOffId: Id<"cutOff">;
  cutOffAt: string;
  figuresHash: string;
  figures: LedgerFigures;
  sections: SummaryNarrative;
  submittedBy: string | null;
  acceptedBy: string | null;
  checks: CheckAnswer[];
  history: HistoryEntry[];
  files: { docx: FileLink };
  rendering: Rendering | null;
  acts: ActAnswer<SummaryAct>[];
};

/** What a person may do; attaching the document is the worker's. */
type SummaryAct = Exclude<SummaryEvent, "attachRendering">;
const SUMMARY_ACTS = SUMMARY_EVENTS.filter((event): event is SummaryAct => event !== "attachRendering");

/** One summary: its frozen figures, its text, what stands in its way, and who may do what next. */
export async function getSummary(ctx: ActorCtx, input: z.output<typeof getSummaryInput>): Promise<SummaryDetail> {
  return read(ctx, async (reader) => {
    const { report } = await summaryInScope(reader, input.id);
    const campaign = await campaignOf(reader, report.campaignId);
    const state = await summaryState(reader, { report, plan: campaign.plan, addsUp: false });
    return {
      ...(await summaryAnswer(reader, report.id)),
      campaignId: report.campaignId,
      cutOffId: report.cutOffId,
      cutOffAt: state.taken.at.toISOString(),
      figuresHash: state.frozen.figuresHash,
      figures: state.frozen.figures,
      sections: report.sections,
      submittedBy: report.submittedByName,
      acceptedBy: report.acceptedByName,
      checks: checkAnswers(ctx, state.checks),
      history: await historyOf(reader, report.id),
      files: { docx: (await fileLinks(reader, [report.docxFileId])).get(report.docxFileId) ?? null },
      rendering: report.jobId === null ? null : await renderingOf(reader, report.jobId),
      acts: SUMMARY_ACTS.map((verb) => {
        const reason = whyNotSummary(state, { event: verb, actor: ctx.actor, campaignPhase: campaign.phase });
        const next = canAdvance(state.status, "submit")
          ? "submit"
          : canAdvance(state.status, "accept")
            ? "accept"
            : null;
        return {
          verb,
          whyNot: reason === null ? null : wireRefusal(reason, ctx),
          isPrimary: verb === next && reason?.code !== "notAllowed",
        };
      }),
    };
  });
}
