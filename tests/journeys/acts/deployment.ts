import { expect } from "vitest";
import { command } from "../../support/product.ts";
import { completeGroup, planSections } from "../../support/leading-group.ts";
import { PROVINCE, type Stage, the, type Unit } from "./stage.ts";

const RULE = "organisation.groupsAndImplementingPlans";

/** The province: its leading group with every member department, and its plan, issued by the leader. */
export async function deployProvince(stage: Stage): Promise<{ id: string; version: number }> {
  const clerk = await stage.at("clerk", PROVINCE);
  await clerk.rpc.organisation.leadingGroups.establish.mutate({
    ...command(),
    campaignId: stage.campaignId,
    unitCode: PROVINCE,
    establishedOn: "2008-07-02",
    documentNo: "冀社险治〔2008〕1号",
    ...completeGroup(PROVINCE, "河北省"),
  });
  const plan = await filePlan(stage, { unit: { code: PROVINCE, name: "河北省" }, filedOn: "2008-07-03" });
  const leader = await stage.at("leader", PROVINCE);
  return leader.rpc.organisation.implementingPlans.issue.mutate({ ...command(), id: plan.id, version: plan.version });
}

/** 各市签收省实施方案 */
export async function receivePlan(
  stage: Stage,
  { cities, plan }: { cities: readonly Unit[]; plan: { id: string; version: number } },
): Promise<void> {
  for (const city of cities) {
    const clerk = await stage.at("clerk", city.code);
    const { id, version } = plan;
    await clerk.rpc.organisation.implementingPlans.receive.mutate({ ...command(), id, version });
  }
}

/** 各市按照统一部署，成立社会保险基金专项治理工作领导小组，结合本市实际制定具体方案 */
export async function establishGroups(stage: Stage, cities: readonly Unit[]): Promise<void> {
  for (const city of cities) {
    const clerk = await stage.at("clerk", city.code);
    await clerk.rpc.organisation.leadingGroups.establish.mutate({
      ...command(),
      campaignId: stage.campaignId,
      unitCode: city.code,
      establishedOn: "2008-07-04",
      documentNo: `${city.name}社险治〔2008〕1号`,
      ...completeGroup(city.code, city.name),
    });
  }
}

/** Every city files its plan; the province's office accepts it. */
export async function filePlans(stage: Stage, cities: readonly Unit[]): Promise<void> {
  const office = await stage.at("reviewer", PROVINCE);
  for (const city of cities) {
    const { id, version } = await filePlan(stage, { unit: city, filedOn: "2008-07-05" });
    await office.rpc.organisation.implementingPlans.accept.mutate({ ...command(), id, version, remark: "" });
  }
}

async function filePlan(stage: Stage, { unit, filedOn }: { unit: Pick<Unit, "code" | "name">; filedOn: string }) {
  const clerk = await stage.at("clerk", unit.code);
  const fileId = await clerk.upload(`${unit.name}实施方案.txt`, new TextEncoder().encode(`${unit.name}实施方案`));
  return clerk.rpc.organisation.implementingPlans.file.mutate({
    ...command(),
    campaignId: stage.campaignId,
    unitCode: unit.code,
    title: `${unit.name}社会保险基金专项治理实施方案`,
    documentNo: `${unit.name}社险治〔2008〕2号`,
    filedOn,
    ...planSections(unit.name),
    fileId,
  });
}

/** A city without a plan of its own gets a waiver from the province, one level up, until a day. */
export async function waivePlan(stage: Stage, city: Unit): Promise<void> {
  const clerk = await stage.at("clerk", city.code);
  const leader = await stage.at("leader", "130000");
  const asked = await clerk.rpc.campaign.waivers.request.mutate({
    ...command(),
    campaignId: stage.campaignId,
    rule: RULE,
    unitCode: city.code,
    kind: "delay",
    reason: "市级实施方案正在各成员单位会签，年内印发，会签期间按省方案执行。",
    expiresOn: "2008-12-31",
  });
  expect((await gateOf(stage, RULE)).state).toBe("fail");
  await leader.rpc.campaign.waivers.approve.mutate({
    ...command(),
    id: asked.id,
    version: asked.version,
    documentNo: "冀社险治〔2008〕6号",
  });
}

export async function gateOf(stage: Stage, rule: string) {
  const leader = await stage.at("leader", "130000");
  const { gates } = await leader.rpc.campaign.gates.query({
    campaignId: stage.campaignId,
    phase: null,
    unitCode: null,
  });
  return the(gates.find((gate) => gate.rule === rule));
}

/** Names of the offenders of a gate. */
export async function offendersOf(stage: Stage, rule: string): Promise<string[]> {
  const { offenders } = await gateOf(stage, rule);
  return offenders.map((one) => one.unitName);
}

type Step = { to: "selfCheck" | "acceptance" | "summary" | "ended"; documentNo: string };

/** The leader's signature under the next step. It gives the same answer however often the command is sent. */
export async function advance(stage: Stage, step: Step) {
  const leader = await stage.at("leader", "130000");
  const { version } = await leader.rpc.campaign.get.query({ campaignId: stage.campaignId });
  const signature = { ...command(), campaignId: stage.campaignId, version, remark: "同意转段。", ...step };
  const answer = await leader.rpc.campaign.advance.mutate(signature);
  expect(await leader.rpc.campaign.advance.mutate(signature)).toEqual(answer);
  return answer;
}
