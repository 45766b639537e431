import { planTemplates } from "@anji/campaign/queries";
import { type ActorCtx, storeFile } from "@anji/database";
import type { UnitRow } from "@anji/jurisdictions/queries";
import { type Day, type Id, knownDay } from "@anji/kernel";
import {
  acceptImplementingPlan,
  establishLeadingGroup,
  fileImplementingPlan,
  issueImplementingPlan,
  receiveImplementingPlan,
} from "@anji/organisation/verbs";
import { demonstrationName } from "./cast.ts";
import { usernameOf } from "./deployment.ts";
import { command, type Stage } from "./stage.ts";

const GROUPS_FROM_DAY = 10;
type Deploying = { campaignId: Id<"campaign">; units: readonly UnitRow[] };

/** 部署启动: the province issues its plan, every city signs for it, sets up its group and has its own plan accepted. */
export async function deploy(stage: Stage, options: Deploying): Promise<void> {
  const issued = await deployProvince(stage, options);
  const cities = options.units.filter((unit) => unit.level === "city");
  for (const [index, city] of cities.entries()) {
    const on = knownDay(`2008-07-${String(GROUPS_FROM_DAY + index).padStart(2, "0")}`);
    const ctx = await stage.as(usernameOf(city.code, "clerk"), on);
    const mark = `${city.name.slice(0, 1)}社险治〔2008〕`;
    await receiveImplementingPlan(ctx, { ...command(), ...issued });
    await establishLeadingGroup(ctx, {
      ...command(),
      campaignId: options.campaignId,
      unitCode: city.code,
      establishedOn: on,
      documentNo: `${mark}${index + 1}号`,
      leadDepartment: "labour-security",
      officeDepartment: "labour-security",
      members: cityMembers(index),
    });
    const filed = await file(stage, { ctx, ...options, unit: city, on, documentNo: `${mark}${index + 21}号` });
    const office = await stage.as("sheng.fuhe", on);
    await acceptImplementingPlan(office, { ...command(), ...filed, remark: "" });
  }
}

const PROVINCE = "130000";
const PROVINCIAL_ON = knownDay("2008-07-06");

type FiledPlan = { id: Id<"implementingPlan">; version: number };

async function deployProvince(stage: Stage, options: Deploying): Promise<FiledPlan> {
  const province = options.units.find((unit) => unit.code === PROVINCE);
  if (province === undefined) throw new Error("the region tree has no province");
  const ctx = await stage.as(PROVINCE_CLERK, PROVINCIAL_ON);
  await establishLeadingGroup(ctx, {
    ...command(),
    campaignId: options.campaignId,
    unitCode: PROVINCE,
    establishedOn: PROVINCIAL_ON,
    documentNo: "冀社险治〔2008〕1号",
    leadDepartment: "labour-security",
    officeDepartment: "labour-security",
    members: provincialMembers(),
  });
  const filed = await file(stage, {
    ctx,
    ...options,
    unit: province,
    on: PROVINCIAL_ON,
    documentNo: "冀社险治〔2008〕2号",
  });
  const leader = await stage.as(PROVINCE_LEADER, PROVINCIAL_ON);
  return issueImplementingPlan(leader, { ...command(), id: filed.id, version: filed.version }).then(planOf);
}

const PROVINCE_CLERK = "sheng.jingban";
const PROVINCE_LEADER = "sheng.zuzhang";

async function file(
  stage: Stage,
  options: Deploying & { ctx: ActorCtx; unit: UnitRow; on: Day; documentNo: string },
): Promise<FiledPlan> {
  const { ctx, unit, on, documentNo, campaignId } = options;
  const title = `${unit.name}社会保险基金专项治理实施方案`;
  const content = await stage.installation.files.put(bytes(`${title}（演示文本）`), { maximumBytes: 10_000 });
  const upload = { ...command(), ...content, name: `${title}.txt`, mediaType: "text/plain" };
  const { fileId } = await storeFile(ctx, upload);
  return fileImplementingPlan(ctx, {
    ...command(),
    campaignId,
    unitCode: unit.code,
    title,
    documentNo,
    filedOn: on,
    tasks: "对五项社会保险基金的征缴、支付、管理和结余情况开展自查，对以前检查、审计发现的问题逐项整改。",
    goals: "摸清底数，纠正违规问题，追回被挤占挪用的基金，健全内部控制和长效机制。",
    division: "劳动保障部门牵头，财政、地税、审计、卫生等部门按职责分工负责本系统自查和整改。",
    measures: "成立工作专班，建立问题台账，实行月报告制度，限期整改，逐项销号。",
    fileId,
  }).then(planOf);
}

function planOf({ id, version }: FiledPlan): FiledPlan {
  return { id, version };
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

const PROVINCIAL_NAMES_FROM = 900;

/** 副省长任组长，厅长任副组长，九个成员单位各一人. */
function provincialMembers() {
  const [plan] = planTemplates().items;
  if (plan === undefined) throw new Error("no campaign plan comes with the product");
  const { head, deputies, memberDepartments } = plan.organisation.leadingGroup;
  return [
    { position: "head" as const, name: head.name, body: head.post, department: null },
    ...deputies.map(({ name, post }) => ({ position: "deputy" as const, name, body: post, department: null })),
    ...memberDepartments.map(({ code, name }, place) => ({
      position: "member" as const,
      name: demonstrationName(PROVINCIAL_NAMES_FROM + place),
      body: name,
      department: code,
    })),
  ];
}

const CITY_BODIES = [
  { body: "市政府", department: null },
  { body: "市劳动保障局", department: "labour-security" },
  { body: "市监察局", department: "supervision" },
  { body: "市财政局", department: "finance" },
  { body: "市审计局", department: "audit" },
  { body: "市地税局", department: "local-tax" },
  { body: "市卫生局", department: "health" },
] as const;

function cityMembers(index: number) {
  return CITY_BODIES.map(({ body, department }, place) => ({
    body,
    department,
    name: demonstrationName(index * CITY_BODIES.length + place + 400),
    position: place === 0 ? ("head" as const) : place < 3 ? ("deputy" as const) : ("member" as const),
  }));
}
