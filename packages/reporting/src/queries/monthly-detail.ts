import { campaignOf, type CampaignRow } from "@anji/campaign/queries";
import { type ActorCtx, found, read, type Reader } from "@anji/database";
import type { FrozenFigures } from "@anji/figures";
import { unit } from "@anji/jurisdictions/tables";
import { type Id, ruleMessage } from "@anji/kernel";
import { type WireRefusal, wireRefusal } from "@anji/rpc";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { MonthlyNarrative } from "../documents/monthly-report-content.ts";
import type { getMonthlyInput } from "../inputs.ts";
import type { ReportCheck } from "../report-checks.ts";
import { REPORT_EVENTS, type ReportEvent } from "../report.machine.ts";
import { type ReportImprint, type ReportState, whyNotMonthly } from "../report.ts";
import { monthlyReport } from "../tables.ts";
import { type MonthlyAnswer, monthlyAnswer } from "./monthly-list.ts";
import { type MonthlyRow, monthlyState } from "./monthly-state.ts";
import { type FileLink, fileLinks, type Rendering, renderingOf } from "./report-files.ts";
import { type HistoryEntry, historyOf } from "./report-trail.ts";

export type CheckAnswer = { rule: string; severity: "error" | "warning"; message: string };
export type ActAnswer<Verb extends string> = { verb: Verb; whyNot: WireRefusal | null; isPrimary: boolean };

export type MonthlyDetail = MonthlyAnswer & {
  campaignId: string;
  cutOffId: Id<"cutOff">;
  cutOffAt: string;
  frozenAt: string;
  figuresHash: string;
  figures: FrozenFigures;
  narrative: MonthlyNarrative;
  imprint: ReportImprint;
  nilStatement: string | null;
  submittedBy: string | null;
  acceptedBy: string | null;
  acceptedAt: string | null;
  remark: string | null;
  checks: CheckAnswer[];
  history: HistoryEntry[];
  files: { docx: FileLink; xlsx: FileLink };
  rendering: Rendering | null;
  acts: ActAnswer<MonthlyAct>[];
};

/** What a person may do; attaching files is the worker's. */
type MonthlyAct = Exclude<ReportEvent, "attachRendering">;

/** One report: its frozen figures, its text, what stands in its way, and who may do what next. */
export async function getMonthly(ctx: ActorCtx, input: z.output<typeof getMonthlyInput>): Promise<MonthlyDetail> {
  return read(ctx, async (reader) => {
    const { report, campaign } = await monthlyOf(reader, input.id);
    const state = await monthlyState(reader, { report, plan: campaign.plan, addsUp: false });
    const links = await fileLinks(reader, [report.docxFileId, report.xlsxFileId]);
    return {
      ...(await monthlyAnswer(reader, report.id)),
      campaignId: report.campaignId,
      cutOffId: report.cutOffId,
      cutOffAt: state.taken.at.toISOString(),
      frozenAt: state.taken.frozenAt.toISOString(),
      figuresHash: state.frozen.figuresHash,
      figures: state.frozen.figures,
      narrative: report.narrative,
      imprint: report.imprint,
      nilStatement: report.nilStatement,
      submittedBy: report.submittedByName,
      acceptedBy: report.acceptedByName,
      acceptedAt: report.acceptedAt?.toISOString() ?? null,
      remark: report.returnRemark,
      checks: checkAnswers(ctx, state.checks),
      history: await historyOf(reader, report.id),
      files: { docx: links.get(report.docxFileId) ?? null, xlsx: links.get(report.xlsxFileId) ?? null },
      rendering: report.jobId === null ? null : await renderingOf(reader, report.jobId),
      acts: actAnswers(ctx, { state, campaignPhase: campaign.phase }),
    };
  });
}

/** Step: a report of the reader's area with its campaign. */
export async function monthlyOf(
  reader: Pick<Reader, "tx" | "scope" | "published">,
  id: Id<"monthlyReport">,
): Promise<{ report: MonthlyRow; campaign: CampaignRow; unitName: string }> {
  const rows = await reader.tx
    .select({ report: monthlyReport, unitName: unit.name })
    .from(monthlyReport)
    .innerJoin(unit, eq(unit.code, monthlyReport.unitCode))
    .where(and(eq(monthlyReport.id, id), reader.scope(monthlyReport.regionPath)));
  const { report, unitName } = found(rows[0]);
  return { report, unitName, campaign: await campaignOf(reader, report.campaignId) };
}

export function checkAnswers(ctx: ActorCtx, checks: readonly ReportCheck[]): CheckAnswer[] {
  return checks.map(({ rule, severity, params }) => ({
    rule,
    severity,
    message: ruleMessage(ctx.rules, rule, params, ctx.locale),
  }));
}

function actAnswers(ctx: ActorCtx, options: { state: ReportState; campaignPhase: string }): ActAnswer<MonthlyAct>[] {
  const { state, campaignPhase } = options;
  const acts = REPORT_EVENTS.filter((event): event is MonthlyAct => event !== "attachRendering");
  return acts.map((verb) => {
    const reason = whyNotMonthly(state, { event: verb, actor: ctx.actor, campaignPhase });
    return {
      verb,
      whyNot: reason === null ? null : wireRefusal(reason, ctx),
      isPrimary: verb === primaryAct(ctx, state),
    };
  });
}

/** The one next lawful act: the city submits, the province accepts. */
function primaryAct(ctx: ActorCtx, state: ReportState): MonthlyAct | null {
  if (state.status === "submitted") return ctx.actor.level === "province" ? "accept" : null;
  if (state.status === "accepted" || ctx.actor.path !== state.regionPath) return null;
  const needsNil = state.checks.some((check) => check.rule === "reporting.nilNotDeclared");
  return needsNil ? "declareNil" : "submit";
}
