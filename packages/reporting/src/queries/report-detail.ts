import { type ActorCtx, read } from "@anji/database";
import type { FrozenFigures } from "@anji/figures";
import { type Id, type Month, ruleMessage } from "@anji/kernel";
import { type WireRefusal, wireRefusal } from "@anji/rpc";
import type { z } from "zod";
import type { CityStanding } from "../city-standing.ts";
import type { getReportInput } from "../inputs.ts";
import type { ReportCheck } from "../report-checks.ts";
import { reportLifecycle } from "../report.lifecycle.ts";
import { type PersonalEvent, reportEvents, type ReportState, whyNot } from "../report.ts";
import { cityStandings } from "./city-standings.ts";
import { type FileLink, fileLinks, type Rendering, renderingOf } from "./report-files.ts";
import { answerOf, type Made, reportInScope, type Standing } from "./report-row.ts";
import { reportState } from "./report-state.ts";
import { type HistoryEntry, historyOf } from "./report-trail.ts";
import { type Written, writtenOf } from "./report-written.ts";

export type CheckAnswer = { rule: string; severity: "error" | "warning"; message: string };
export type ActAnswer = { verb: PersonalEvent; whyNot: WireRefusal | null; isPrimary: boolean };

export type ReportDetail = Standing &
  Made &
  Written & {
    campaignId: string;
    cutOffId: Id<"cutOff">;
    cutOffAt: string;
    frozenAt: string;
    figuresHash: string;
    figures: FrozenFigures;
    /** The month whose closing is the opening. */
    openingMonth: Month | null;
    /** How the cities have reported, for the province's report. */
    cities: readonly CityStanding[];
    nilStatement: string | null;
    submittedBy: string | null;
    receivedBy: string | null;
    receivedAt: string | null;
    checks: CheckAnswer[];
    history: HistoryEntry[];
    files: { docx: FileLink; xlsx: FileLink };
    rendering: Rendering | null;
    acts: ActAnswer[];
  };

/** One report: its frozen figures, its text, what keeps it from being submitted, and who may do what next. */
export async function getReport(ctx: ActorCtx, input: z.output<typeof getReportInput>): Promise<ReportDetail> {
  return read(ctx, async (reader) => {
    const one = await reportInScope(reader, input.id);
    const { row, campaign } = one;
    const state = await reportState(reader, { row, plan: campaign.plan, addsUp: false });
    const links = await fileLinks(reader, [row.docxFileId, row.xlsxFileId]);
    return {
      ...answerOf(one),
      id: row.id,
      version: row.version,
      ...writtenOf(row),
      campaignId: row.campaignId,
      cutOffId: row.cutOffId,
      cutOffAt: state.taken.at.toISOString(),
      frozenAt: state.taken.frozenAt.toISOString(),
      figuresHash: state.frozen.figuresHash,
      figures: state.frozen.figures,
      openingMonth: state.openingMonth,
      cities: await cityStandings(reader, row),
      nilStatement: row.nilStatement,
      submittedBy: row.submittedByName,
      receivedBy: row.receivedByName,
      receivedAt: row.receivedAt?.toISOString() ?? null,
      checks: checkAnswers(ctx, state.checks),
      history: await historyOf(reader, row.id),
      files: { docx: links.get(row.docxFileId) ?? null, xlsx: links.get(row.xlsxFileId) ?? null },
      rendering: row.jobId === null ? null : await renderingOf(reader, row.jobId),
      acts: actAnswers(ctx, { state, campaign }),
    };
  });
}

function checkAnswers(ctx: ActorCtx, checks: readonly ReportCheck[]): CheckAnswer[] {
  return checks.map(({ rule, severity, params }) => ({
    rule,
    severity,
    message: ruleMessage(ctx.rules, rule, params, ctx.locale),
  }));
}

function actAnswers(
  ctx: ActorCtx,
  { state, campaign }: { state: ReportState; campaign: { readonly phase: string } },
): ActAnswer[] {
  const primary = primaryAct(ctx, state);
  return reportEvents(state.kind).map((verb) => {
    const reason = whyNot({ subject: state, event: verb, actor: ctx.actor, campaign });
    return { verb, whyNot: reason === null ? null : wireRefusal(reason, ctx), isPrimary: verb === primary };
  });
}

/** The one next lawful act: the unit submits, the province receives a city's report. */
function primaryAct({ actor }: ActorCtx, state: ReportState): PersonalEvent | null {
  if (reportLifecycle.isOpen(state.status, "receive")) {
    return state.level === "city" && actor.level === "province" ? "receive" : null;
  }
  if (!reportLifecycle.isOpen(state.status, "submit") || actor.path !== state.regionPath) return null;
  const needsNil = state.checks.some((check) => check.rule === "reporting.nilNotDeclared");
  return needsNil ? "declareNil" : "submit";
}
