import type { CampaignPlan } from "@anji/campaign";
import type { ActorCtx } from "@anji/database";
import type { UnitRow } from "@anji/jurisdictions/queries";
import { addDays, type Day, type Id, knownDay } from "@anji/kernel";
import { declarationMatrix } from "@anji/self-checks/queries";
import { answerDeclaration, signDeclaration, signUnit } from "@anji/self-checks/verbs";
import { usernameOf } from "./deployment.ts";
import { command, type Stage } from "./stage.ts";

const SIGNED_FROM = knownDay("2009-02-02");
const SIGNED_OVER_DAYS = 14;
const SEARCHED = "抽调4人，查2006年1月至2008年12月征缴、支付、财政专户账册和凭证，逐户核对银行对账单。";
/** 结余与安全 is the finance department's: it keeps the fiscal account. */
const OF_FINANCE = new Set(["D"]);
const FINANCE = "finance";

type Matrix = Awaited<ReturnType<typeof declarationMatrix>>;
type Place = { campaignId: Id<"campaign">; unitCode: string };
type People = { clerk: ActorCtx; reviewer: ActorCtx };

/** Every city and county declares, department by department; those of `open` have only begun. */
export async function declareAll(
  stage: Stage,
  options: { campaignId: Id<"campaign">; plan: CampaignPlan; units: readonly UnitRow[]; open: ReadonlySet<string> },
): Promise<void> {
  const { campaignId, plan } = options;
  for (const [index, unit] of options.units.filter((one) => one.level !== "province").entries()) {
    const on = addDays(SIGNED_FROM, index % SIGNED_OVER_DAYS);
    const people = await peopleOf(stage, unit, on);
    const place = { campaignId, unitCode: unit.code };
    const isOpen = options.open.has(unit.code);
    const { declarants, rows } = await declarationMatrix(people.clerk, place);
    // Departments without a say in "nothing" wait until the others have named their rows.
    const inOrder = declarants.toSorted((one, other) => Number(namesRows(other.code)) - Number(namesRows(one.code)));
    for (const one of isOpen ? inOrder.slice(0, 2) : inOrder) await declare(people, { ...place, plan, one, rows });
    if (!isOpen) await signWhole(people.reviewer, place);
  }
}

function namesRows(declarant: string): boolean {
  return declarant === FINANCE || declarant === "labour-security";
}

async function peopleOf(stage: Stage, unit: UnitRow, on: Day): Promise<People> {
  return {
    clerk: await stage.as(usernameOf(unit.code, "clerk"), on),
    reviewer: await stage.as(usernameOf(unit.code, "reviewer"), on),
  };
}

async function declare(
  { clerk, reviewer }: People,
  of: Place & { plan: CampaignPlan; one: Matrix["declarants"][number]; rows: Matrix["rows"] },
): Promise<void> {
  const { plan, one, rows, ...place } = of;
  const own = rows.filter((row) => namesRows(one.code) && OF_FINANCE.has(row.category) === (one.code === FINANCE));
  // One answer after the other: what finance says of the rows of labour is said once labour has named them.
  const cells = one.cells.map(({ fundLine, category }) => {
    const here = own.filter((row) => row.fundLine === fundLine && row.category === category);
    const isOfOther = here.length === 0 && rows.some((row) => row.fundLine === fundLine && row.category === category);
    const findings = here.map((row) => row.findingId);
    if (isOfOther)
      return { fundLine, category, answer: "notApplicable" as const, reason: "由经办该项的部门列报", findings };
    const answer = findings.length > 0 ? ("found" as const) : ("nothing" as const);
    return { fundLine, category, answer, reason: null, findings };
  });
  const answered = { ...place, declarant: one.code, version: one.version, searched: SEARCHED, cells };
  const { id, version, rowsHash } = await answerDeclaration(clerk, { ...command(), ...answered });
  if (version === null) throw new Error("an answer has a version");
  await signDeclaration(reviewer, { ...command(), id, version, head: `${one.name}负责人`, rowsHash });
}

async function signWhole(reviewer: ActorCtx, place: Place): Promise<void> {
  const { partsHash, signature } = await declarationMatrix(reviewer, place);
  const version = signature?.version ?? null;
  await signUnit(reviewer, { ...command(), ...place, version, head: "分管负责人", partsHash });
}
