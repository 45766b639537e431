import { contributed } from "@anji/api";
import { evidenceFor, kind as kindOf } from "@anji/campaign";
import { advance } from "@anji/campaign/verbs";
import { type ActorCtx, storeFile } from "@anji/database";
import {
  attachEvidence,
  classify,
  close,
  planRectification,
  recordSettlement,
  register,
  reportRectified,
  returnRectification,
} from "@anji/findings/verbs";
import type { UnitRow } from "@anji/jurisdictions/queries";
import { addDays, type Day, fen, type Id, knownDay } from "@anji/kernel";
import { planTemplates } from "@anji/campaign/queries";
import { declareAll } from "./declarations.ts";
import { usernameOf } from "./deployment.ts";
import { createDice, type Dice } from "./dice.ts";
import { type Problem, PROBLEMS, RECTIFICATION_MEASURES } from "./problems.ts";
import { command, type Stage } from "./stage.ts";

const SEED = 20_080_901;
const FEN_PER_WAN = 1_000_000n;
const FIRST_FOUND_ON = knownDay("2008-09-08");
const FOUND_OVER_DAYS = 140;
const DEFAULT_DUE_ON = knownDay("2009-03-20");
/** Counties that have not signed yet, and two cities whose last findings still wait. The gates show them. */
const UNSIGNED = new Set(["130681", "130682", "130434", "130435", "130727", "130728", "130733"]);
/** The unit of the county clerk of the first five minutes. */
const SHOWN_COUNTY = "130681";
const BEHIND = new Set(["130400", "130700"]);

type Campaign = { id: Id<"campaign">; version: number };

/** The state of each finding of the story. */
type Reach = "registered" | "classified" | "planned" | "settled" | "reported" | "returned" | "closed";

/** Signs the campaign into 自查自纠, then plays its findings and self-check results. */
export async function selfCheck(
  stage: Stage,
  options: { campaign: Campaign; units: readonly UnitRow[]; today: Day },
): Promise<void> {
  const leader = await stage.as("sheng.zuzhang", knownDay("2008-08-29"));
  await advance(contributed)(leader, {
    ...command(),
    campaignId: options.campaign.id,
    version: options.campaign.version,
    to: "selfCheck",
    documentNo: "冀社险治〔2008〕9号",
    remark: "各市领导小组均已成立，实施方案均已报备，转入自查自纠阶段。",
  });
  const dice = createDice(SEED);
  const cities = options.units.filter((unit) => unit.level === "city");
  for (const city of cities) {
    const counties = options.units.filter((unit) => unit.parentCode === city.code);
    for (const [index, county] of counties.entries()) {
      if (index % 2 !== 0 && county.code !== SHOWN_COUNTY) continue;
      const times = county.code === SHOWN_COUNTY ? 4 : 1 + (index % 4 === 0 ? 1 : 0);
      for (let time = 0; time < times; time += 1) await playFinding(stage, { ...options, city, county, dice });
    }
  }
  const [plan] = planTemplates().items;
  if (plan === undefined) throw new Error("no campaign plan comes with the product");
  await declareAll(stage, { campaignId: options.campaign.id, plan, units: options.units, open: UNSIGNED });
}

async function playFinding(
  stage: Stage,
  options: { campaign: Campaign; city: UnitRow; county: UnitRow; dice: Dice; today: Day },
): Promise<void> {
  const { city, county, dice } = options;
  const problem = dice.pick(PROBLEMS);
  const foundOn = addDays(FIRST_FOUND_ON, dice.below(FOUND_OVER_DAYS));
  const reach = reachOf(city, dice);
  const found =
    BigInt(problem.wanMin * 100 + dice.below((problem.wanMax - problem.wanMin) * 100)) * (FEN_PER_WAN / 100n);
  const clerk = (on: Day) => stage.as(usernameOf(county.code, "clerk"), on);
  const reviewer = (on: Day) => stage.as(usernameOf(city.code, "reviewer"), on);
  const row = await register(await clerk(foundOn), {
    ...command(),
    campaignId: options.campaign.id,
    unitCode: county.code,
    fundLine: problem.fundLine,
    kind: problem.kind,
    occurrence: {
      text: problem.kind === "D4" ? "1996" : `200${5 + dice.below(3)}-0${1 + dice.below(9)}`,
      precision: problem.kind === "D4" ? "year" : "month",
    },
    discoveredOn: foundOn,
    summary: problem.summary,
    description: `${county.fullName}自查发现：${problem.summary}。`,
    foundFen: fen(found),
    origin: problem.kind === "D4" ? "earlierAudit" : "selfCheck",
    responsibleUnit: `${county.name}社会保险事业管理局`,
    responsibleLevel: "county",
    responsiblePerson: "分管副局长",
    occupier: occupierOf(problem, county),
  });
  await carryOn({
    stage,
    options,
    problem,
    reach: isClosable(problem) || reach !== "closed" ? reach : "reported",
    foundOn,
    found,
    clerk,
    reviewer,
    id: row.id,
  });
}

/** 挤占、挪用 name who took the money. */
function occupierOf(problem: Problem, county: UnitRow) {
  if (kindOf(thePlan(), problem.kind)?.needsOccupier !== true) return null;
  const byGovernment = problem.kind === "D4";
  return {
    category: byGovernment ? ("government" as const) : ("agency" as const),
    name: byGovernment ? `${county.name}人民政府` : `${county.name}社会保险事业管理局`,
    level: "county" as const,
    approver: null,
    usedOn: null,
  };
}

/** A finding that may be a crime is closed only after its referral. */
function isClosable(problem: Problem): boolean {
  return kindOf(thePlan(), problem.kind)?.referralEligible !== true;
}

function thePlan() {
  const [plan] = planTemplates().items;
  if (plan === undefined) throw new Error("no campaign plan comes with the product");
  return plan;
}

type Playing = {
  stage: Stage;
  options: { dice: Dice; today: Day };
  problem: Problem;
  reach: Reach;
  foundOn: Day;
  found: bigint;
  clerk(on: Day): Promise<ActorCtx>;
  reviewer(on: Day): Promise<ActorCtx>;
  id: Id<"finding">;
};

async function carryOn(play: Playing): Promise<void> {
  const { reach, id, options } = play;
  let version = 1;
  const on = (days: number) => clamped(addDays(play.foundOn, days), options.today);
  const step = () => ({ ...command(), id, version });
  if (reach === "registered") return;
  ({ version } = await classify(await play.reviewer(on(4)), {
    ...step(),
    nature: play.problem.kind === "D4" ? "loss" : play.problem.kind.startsWith("C") ? "irregularManagement" : "breach",
    responsibleUnit: "社会保险事业管理局",
    responsibleLevel: "county",
    responsiblePerson: "分管副局长",
    handlingOpinion: "责成责任单位限期整改，追回资金，完善内部控制。",
    means: ["economic", "administrative"],
  }));
  if (reach === "classified") return;
  ({ version } = await planRectification(await play.clerk(on(6)), {
    ...step(),
    rectificationKind: play.problem.kind === "D4" ? "continuing" : "staged",
    measures: options.dice.pick(RECTIFICATION_MEASURES),
    department: "基金管理科",
    responsiblePerson: "科长",
    dueOn: dueOn(play),
  }));
  if (reach === "planned") return;
  const whole = reach !== "settled";
  const amount = whole ? play.found : (play.found * BigInt(20 + options.dice.below(60))) / 100n;
  ({ version } = await recordSettlement(await play.clerk(on(15)), {
    ...step(),
    lineNo: 1,
    channel: play.problem.kind.startsWith("C") ? "rebooked" : "recovered",
    amountFen: fen(amount),
    settledOn: on(15),
    voucherNo: `财专进〔${on(15).slice(0, 4)}〕${100 + options.dice.below(900)}号`,
    note: "",
  }));
  if (reach === "settled") return;
  version = await attachAll(play, version, on(16));
  ({ version } = await reportRectified(await play.clerk(on(18)), {
    ...step(),
    remark: "资金已全部归还财政专户，附进账单和整改报告。",
  }));
  if (reach === "returned") {
    await returnRectification(await play.reviewer(on(20)), {
      ...step(),
      remark: "进账单与金额不符，请补充银行对账单后再报。",
    });
  }
  if (reach === "closed") {
    await close(await play.reviewer(on(22)), {
      ...step(),
      remark: "核对原始凭证，情况属实，同意销号。",
      checkedOnSite: options.dice.below(2) === 0,
    });
  }
}

async function attachAll(play: Playing, from: number, on: Day): Promise<number> {
  let version = from;
  for (const needed of evidenceFor(thePlan(), play.problem.kind)) {
    const ctx = await play.clerk(on);
    const text = `${needed.name}（演示材料）\n${play.problem.summary}\n`;
    const content = await play.stage.installation.files.put(bytes(text), { maximumBytes: 10_000 });
    const file = await storeFile(ctx, {
      ...command(),
      ...content,
      name: `${needed.name}.txt`,
      mediaType: "text/plain",
    });
    ({ version } = await attachEvidence(ctx, {
      ...command(),
      id: play.id,
      version,
      fileId: file.fileId,
      name: needed.name,
      kind: needed.code,
      eventOn: on,
    }));
  }
  return version;
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

function reachOf(city: UnitRow, dice: Dice): Reach {
  const roll = dice.below(100);
  if (BEHIND.has(city.code) && roll < 25) return roll < 12 ? "registered" : "classified";
  if (roll < 34) return "closed";
  if (roll < 44) return "reported";
  if (roll < 49) return "returned";
  return roll < 76 ? "settled" : "planned";
}

function dueOn(play: Playing): Day {
  return play.options.dice.below(6) === 0
    ? addDays(play.options.today, play.options.dice.below(12) - 6)
    : DEFAULT_DUE_ON;
}

function clamped(on: Day, today: Day): Day {
  return on > today ? today : on;
}
