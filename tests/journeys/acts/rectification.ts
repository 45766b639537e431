import { expect } from "vitest";
import { command, type Person } from "../../support/product.ts";
import { findingsOf } from "./ledger.ts";
import { refusedBy } from "./refused.ts";
import { inBatches, type Stage, the } from "./stage.ts";

type Finding = Awaited<ReturnType<typeof findingsOf>>[number];
const DUE_ON = "2009-03-31";

/** 分类梳理，根据发生时间、性质和责任提出处理意见: each city's reviewer, on every finding of the city. */
export async function classifyAll(stage: Stage): Promise<void> {
  for (const city of stage.cities) {
    const reviewer = await stage.at("reviewer", city.code);
    const findings = await findingsOf(reviewer, { campaignId: stage.campaignId, unitCode: null });
    await inBatches(findings, (finding) =>
      reviewer.rpc.findings.classify.mutate({
        ...command(),
        id: finding.id,
        version: finding.version,
        nature: "breach",
        responsibleUnit: finding.responsibleUnit,
        responsibleLevel: finding.unitCode === city.code ? "city" : "county",
        responsiblePerson: null,
        handlingOpinion: "责令限期整改，追回资金。",
        means: ["economic", "administrative"],
      }),
    );
  }
}

/** 立即纠正确有困难的要制定整改计划，限期整改: by the clerk of the responsible unit. */
export async function planAll(stage: Stage): Promise<void> {
  for (const city of stage.cities) {
    const reviewer = await stage.at("reviewer", city.code);
    const findings = await findingsOf(reviewer, { campaignId: stage.campaignId, unitCode: null });
    await inBatches(findings, async (finding) => {
      const clerk = await stage.at("clerk", finding.unitCode);
      await clerk.rpc.findings.planRectification.mutate({
        ...command(),
        id: finding.id,
        version: finding.version,
        rectificationKind: "staged",
        measures: "签订还款协议，分期归还。",
        department: "基金管理科",
        responsiblePerson: "科长",
        dueOn: DUE_ON,
      });
    });
  }
}

/** Kinds that are closed only after their referral. */
const REFERRED = ["B7", "B8", "B9", "B10", "B11", "B12"];

/** A county's finding with money outstanding, for the closing. */
export async function openFindingOf(stage: Stage, cityCode: string): Promise<Finding> {
  const reviewer = await stage.at("reviewer", cityCode);
  const findings = await findingsOf(reviewer, { campaignId: stage.campaignId, unitCode: null });
  return the(
    findings.find(
      (one) => one.unitCode !== cityCode && BigInt(one.outstandingFen) > 0n && !REFERRED.includes(one.kind),
    ),
  );
}

/** One finding from money to 已销号: settled, proven, reported, returned, reported again, closed by another. */
export async function closeOne(stage: Stage, options: { finding: Finding; cityCode: string }): Promise<void> {
  const { finding, cityCode } = options;
  const { id } = finding;
  const county = await stage.at("reviewer", finding.unitCode);
  const city = await stage.at("reviewer", cityCode);
  const early = { ...command(), id, version: await versionOf(county, id), remark: "资金尚未到账。" };
  expect((await refusedBy(county.rpc.findings.reportRectified.mutate(early))).rule).toBe("findings.outstandingLeft");

  await settle(county, finding);
  const unproven = { ...command(), id, version: await versionOf(county, id), remark: "资金已归还。" };
  expect((await refusedBy(county.rpc.findings.reportRectified.mutate(unproven))).rule).toBe("findings.evidenceMissing");
  await attachEvidence(county, id);

  await report(county, id);
  const own = { ...command(), id, version: await versionOf(county, id), remark: "", checkedOnSite: false };
  expect(await refusedBy(county.rpc.findings.close.mutate(own))).toMatchObject({
    code: "notAllowed",
    rule: "findings.closedByOther",
  });
  const back = {
    ...command(),
    id,
    version: await versionOf(city, id),
    remark: "进账单日期与对账单不符，请核对后再报。",
  };
  expect(await city.rpc.findings.returnRectification.mutate(back)).toMatchObject({ status: "rectifying" });
  await report(county, id);
  const closing = {
    ...command(),
    id,
    version: await versionOf(city, id),
    remark: "凭证齐全，同意销号。",
    checkedOnSite: true,
  };
  expect(await city.rpc.findings.close.mutate(closing)).toMatchObject({ status: "closed", outstandingFen: "0" });
  const { events } = await city.rpc.findings.get.query({ id });
  expect(events.map((event) => event.to).slice(-4)).toEqual([
    "awaitingAcceptance",
    "rectifying",
    "awaitingAcceptance",
    "closed",
  ]);
}

/** The debtor returns the outstanding amount in two payments; a government repays by a duty only. */
async function settle(county: Person, finding: Finding): Promise<void> {
  const outstanding = BigInt(finding.outstandingFen);
  const half = outstanding / 2n;
  const byDuty = { ...payment(finding), version: await versionOf(county, finding.id), amountFen: half.toString() };
  expect((await refusedBy(county.rpc.findings.recordSettlement.mutate({ ...byDuty, channel: "repaid" }))).rule).toMatch(
    /^findings\.(repaidByDuty|channelOfKind)$/,
  );
  for (const [index, amount] of [half, outstanding - half].entries()) {
    await county.rpc.findings.recordSettlement.mutate({
      ...payment(finding),
      version: await versionOf(county, finding.id),
      amountFen: amount.toString(),
      voucherNo: `财专进〔2008〕${index + 1}号`,
    });
  }
}

function payment(finding: Finding) {
  const { id } = finding;
  const moved = { lineNo: 1, channel: "recovered" as const, settledOn: "2008-09-24", voucherNo: "财专进〔2008〕1号" };
  return { ...command(), id, ...moved, note: "" };
}

async function attachEvidence(county: Person, id: string): Promise<void> {
  const { evidenceRequired } = await county.rpc.findings.get.query({ id });
  expect(evidenceRequired.length).toBeGreaterThan(0);
  for (const { kind, name } of evidenceRequired) {
    const fileId = await county.upload(`${name}.txt`, new TextEncoder().encode(`${name}：已归还`));
    await county.rpc.findings.attachEvidence.mutate({
      ...command(),
      id,
      version: await versionOf(county, id),
      fileId,
      name,
      kind,
      eventOn: "2008-09-24",
    });
  }
}

async function report(county: Person, id: string): Promise<void> {
  const version = await versionOf(county, id);
  await county.rpc.findings.reportRectified.mutate({
    ...command(),
    id,
    version,
    remark: "资金已归还财政专户，附进账单。",
  });
}

async function versionOf(person: Person, id: string): Promise<number> {
  return (await person.rpc.findings.get.query({ id })).version;
}

/** Every city and county declares: the first department names the unit's findings, the others searched and found none. */
export async function signSelfChecks(stage: Stage): Promise<void> {
  const { campaignId } = stage;
  await inBatches([...stage.cities, ...stage.counties], async ({ code: unitCode }) => {
    const clerk = await stage.at("clerk", unitCode);
    const reviewer = await stage.at("reviewer", unitCode);
    const { declarants, rows } = await clerk.rpc.selfChecks.matrix.query({ campaignId, unitCode });
    for (const [at, { code: declarant, cells, version: before }] of declarants.entries()) {
      const own = at === 0 ? rows : [];
      const answers = cells.map(({ fundLine, category }) => {
        const here = own.filter((row) => row.fundLine === fundLine && row.category === category);
        const answer = here.length > 0 ? ("found" as const) : ("nothing" as const);
        return { fundLine, category, answer, reason: null, findings: here.map((row) => row.findingId) };
      });
      const { id, version, rowsHash } = await clerk.rpc.selfChecks.answer.mutate({
        ...command(),
        campaignId,
        unitCode,
        declarant,
        version: before,
        searched: "4人逐项查阅2006年至2008年账册和银行对账单。",
        cells: answers,
      });
      const promise = { id, version: the(version), head: "部门负责人", rowsHash };
      await reviewer.rpc.selfChecks.signDeclaration.mutate({ ...command(), ...promise });
    }
    const { partsHash } = await reviewer.rpc.selfChecks.matrix.query({ campaignId, unitCode });
    const whole = { campaignId, unitCode, version: null, head: "分管负责人", partsHash };
    await reviewer.rpc.selfChecks.signUnit.mutate({ ...command(), ...whole });
  });
}
