import { at, command, type FiguresWorld, openFiguresWorld, registered } from "@anji/figures/testing";
import { jobsRules } from "@anji/jobs";
import type { Actor } from "@anji/kernel";
import { draftReportInput, reportingRules, writeReportInput } from "@anji/reporting";
import type { ReportAnswer } from "@anji/reporting/queries";
import { aNarrative } from "@anji/reporting/testing";
import { draftReport, submitReport, writeReport } from "@anji/reporting/verbs";
import { testDatabase } from "@anji/testing";
import { afterAll } from "vitest";

export type ReportWorld = FiguresWorld & { people: { worker: Actor } };

/** Hebei's tree, an empty ledger, 自查自纠; 石家庄市 (130100) reports, 正定县 (130123) registers. */
export async function reportWorld(): Promise<ReportWorld> {
  const { appUrl } = await testDatabase();
  const world = await openFiguresWorld({ appUrl, connections: 4, rules: { ...jobsRules, ...reportingRules } });
  afterAll(() => world.end());
  return {
    ...world,
    people: {
      ...world.people,
      worker: { ...world.actorOf({ unitCode: "130000", roles: ["worker"] }), isService: true },
    },
  };
}

/** The same with one finding of 2008-09-10, so that no month is nil, seen from 2009-03-10. */
export async function worldWithFinding(): Promise<ReportWorld> {
  const world = await reportWorld();
  world.moveTo("2008-09-10");
  await registered(world, { foundFen: "268347200" });
  world.moveTo("2009-03-10");
  return world;
}

export async function drafted(world: ReportWorld, by: Actor, month: string): Promise<ReportAnswer> {
  const input = draftReportInput.parse({
    ...command(),
    kind: "monthly",
    campaignId: world.campaignId,
    unitCode: by.unitCode,
    month,
  });
  return draftReport(world.ctxOf(by), input);
}

export async function written(world: ReportWorld, by: Actor, month: string): Promise<ReportAnswer> {
  const draft = await drafted(world, by, month);
  return writeReport(world.ctxOf(by), writeReportInput.parse({ ...at(draft), narrative: aNarrative({}) }));
}

/** Another person of the same unit, who may sign what this one wrote. */
export function leaderBeside(world: ReportWorld, { unitCode }: Actor): Actor {
  return world.actorOf({ unitCode, roles: ["leader"] });
}

export async function submitted(world: ReportWorld, by: Actor, month: string): Promise<ReportAnswer> {
  return signed(world, by, await written(world, by, month));
}

/** Submits what this person wrote, by another one. */
export async function signed(
  world: ReportWorld,
  by: Actor,
  report: Pick<ReportAnswer, "id" | "version">,
): Promise<ReportAnswer> {
  return submitReport(world.ctxOf(leaderBeside(world, by)), at(report));
}
