import { auditOf, refusalOf, testInstallation, type TestInstallation } from "@anji/database/testing";
import { type Actor, type Id, kernelRules, knownDay, mistakesOf, newId, refuse } from "@anji/kernel";
import { testDatabase } from "@anji/testing";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { establishGroupInput, type GroupPosition, jurisdictionsRules } from "../src/index.ts";
import { listGroups } from "../src/queries/index.ts";
import { aPerson, plantRegionTree } from "../src/testing.ts";
import { addAgency, changeGroupMembers, establishGroup } from "../src/verbs/index.ts";

let installation: TestInstallation;
let province: Actor;
let city: Actor;
let county: Actor;
let campaigns: Id<"campaign">[];
const ended = new Set<Id<"campaign">>();
const CAMPAIGNS = 40;

beforeAll(async () => {
  const { appUrl } = await testDatabase();
  installation = await testInstallation({
    appUrl,
    rules: { ...kernelRules, ...jurisdictionsRules },
    locale: "zh-CN",
    startsAt: "2008-07-15",
  });
  await plantRegionTree(installation);
  province = await aPerson(installation, { unitCode: "130000", roles: ["clerk"] });
  city = await aPerson(installation, { unitCode: "130100", roles: ["clerk"] });
  county = await aPerson(installation, { unitCode: "130102", roles: ["reviewer"] });
  campaigns = await plantCampaigns();
});
afterAll(() => installation.end());

/** Campaigns lie above this context; the database still asks for their rows. */
async function plantCampaigns(): Promise<Id<"campaign">[]> {
  const ids = Array.from({ length: CAMPAIGNS }, () => newId<"campaign">(new Date()));
  await installation.under(province, async (tx) => {
    for (const id of ids) {
      await tx.execute(sql`
        insert into campaign.campaign (id, key, name, province_code, region_path, plan, phase, machine_version, created_at)
        values (${id}::uuid, ${id}::text, '专项治理', '130000', '13', '{}', 'deployment', 1, now())`);
    }
  });
  return ids;
}

function nextCampaign(): Id<"campaign"> {
  const id = campaigns.pop();
  if (id === undefined) throw new Error(`a test needs more than ${CAMPAIGNS} campaigns`);
  return id;
}

/** Answers as campaigns do: what has ended is refused. */
async function holdCampaign(_: unknown, id: Id<"campaign">): Promise<void> {
  if (ended.has(id)) refuse({ code: "precondition", rule: "campaign.alreadyClosed" });
}

function member(position: GroupPosition, name: string) {
  return { position, name, body: "市劳动保障局" };
}

function group(unitCode: string) {
  return {
    commandId: crypto.randomUUID(),
    campaignId: nextCampaign(),
    unitCode,
    establishedOn: knownDay("2008-07-10"),
    documentNo: "石社保治〔2008〕1号",
    members: [member("leader", "赵某"), member("deputy", "钱某"), member("member", "孙某")],
  };
}

describe("establishing a leading group", () => {
  it("registers it with its members in order, one audit row and one group per campaign", async () => {
    const input = group("130100");
    const answer = await establishGroup(installation.ctxOf(city), holdCampaign, input);
    expect(answer).toEqual({
      id: answer.id,
      unitCode: "130100",
      unitName: "石家庄市",
      establishedOn: "2008-07-10",
      documentNo: "石社保治〔2008〕1号",
      version: 1,
      members: input.members,
    });
    const audit = await auditOf(installation, { provincePath: "13", commandId: input.commandId });
    expect(audit.map((row) => [row.verb, row.before, row.campaignId])).toEqual([
      ["jurisdictions.establishGroup", null, input.campaignId],
    ]);
    const again = await refusalOf(
      establishGroup(installation.ctxOf(city), holdCampaign, { ...group("130100"), campaignId: input.campaignId }),
    );
    expect([again.code, again.rule]).toEqual(["conflict", "jurisdictions.groupExists"]);
    expect((await establishGroup(installation.ctxOf(city), holdCampaign, group("130100"))).version).toBe(1);
  });

  it("asks for the campaign before it writes, and again before members change", async () => {
    const input = group("130102");
    ended.add(input.campaignId);
    expect((await refusalOf(establishGroup(installation.ctxOf(county), holdCampaign, input))).rule).toBe(
      "campaign.alreadyClosed",
    );
    ended.delete(input.campaignId);
    const { id, version } = await establishGroup(installation.ctxOf(county), holdCampaign, input);
    ended.add(input.campaignId);
    const change = { commandId: crypto.randomUUID(), id, version, members: input.members };
    expect((await refusalOf(changeGroupMembers(installation.ctxOf(county), holdCampaign, change))).rule).toBe(
      "campaign.alreadyClosed",
    );
  });

  it("is refused for another unit, below included, and for a unit that cannot be seen", async () => {
    const below = await refusalOf(establishGroup(installation.ctxOf(city), holdCampaign, group("130102")));
    expect([below.code, below.rule]).toEqual(["notAllowed", "jurisdictions.ownUnitOnly"]);
    for (const ctx of [installation.ctxOf(county), installation.unfilteredCtxOf(county)]) {
      // A county reads the units above it; acting for them is another matter.
      const above = await refusalOf(establishGroup(ctx, holdCampaign, group("130100")));
      expect(["kernel.notFound", "jurisdictions.ownUnitOnly"]).toContain(above.rule);
      expect((await refusalOf(establishGroup(ctx, holdCampaign, group("130200")))).code).toBe("notFound");
    }
  });

  it("is a region's, never an agency's", async () => {
    const administrator = await aPerson(installation, { unitCode: "130102", roles: ["administrator"] });
    const { code } = await addAgency(installation.ctxOf(administrator), {
      commandId: crypto.randomUUID(),
      parentCode: "130102",
      name: "养老保险所",
    });
    const refused = await refusalOf(establishGroup(installation.ctxOf(county), holdCampaign, group(code)));
    expect([refused.rule, refused.params]).toEqual(["jurisdictions.unitUnknown", { code }]);
  });

  it("is refused to roles that do not file", async () => {
    for (const role of ["leader", "inspector", "administrator", "reader", "worker"] as const) {
      const actor = await aPerson(installation, { unitCode: "130200", roles: [role] });
      expect((await refusalOf(establishGroup(installation.ctxOf(actor), holdCampaign, group("130200")))).rule).toBe(
        "kernel.roleMayNot",
      );
    }
  });

  it.each([
    ["no leader", [member("deputy", "钱某")]],
    ["two leaders", [member("leader", "赵某"), member("leader", "周某")]],
  ])("is refused with %s", (_, members) => {
    const parsed = establishGroupInput.safeParse({ ...group("130100"), members });
    expect(parsed.success ? [] : mistakesOf(parsed.error)).toEqual([
      { path: "members", rule: "jurisdictions.groupLeader", params: {} },
    ]);
  });
});

describe("changing the members of a group", () => {
  it("replaces them and keeps in the audit row who was there before", async () => {
    const first = await establishGroup(installation.ctxOf(county), holdCampaign, group("130102"));
    const input = { commandId: crypto.randomUUID(), id: first.id, version: 1, members: [member("leader", "吴某")] };
    const changed = await changeGroupMembers(installation.ctxOf(county), holdCampaign, input);
    expect(changed).toEqual({ ...first, version: 2, members: input.members });
    const [audit] = await auditOf(installation, { provincePath: "13", commandId: input.commandId });
    expect([audit?.before, audit?.after]).toEqual([first, changed]);
  });

  it("from an old version is answered with the current group", async () => {
    const first = await establishGroup(installation.ctxOf(city), holdCampaign, group("130100"));
    const change = (name: string) =>
      changeGroupMembers(installation.ctxOf(city), holdCampaign, {
        commandId: crypto.randomUUID(),
        id: first.id,
        version: 1,
        members: [member("leader", name)],
      });
    const changed = await change("郑某");
    const refused = await refusalOf(change("王某"));
    expect([refused.code, refused.current]).toEqual(["stale", changed]);
  });

  it("by ten at once is done by one", async () => {
    const first = await establishGroup(installation.ctxOf(city), holdCampaign, group("130100"));
    const changes = Array.from({ length: 10 }, (_, index) =>
      changeGroupMembers(installation.ctxOf(city), holdCampaign, {
        commandId: crypto.randomUUID(),
        id: first.id,
        version: 1,
        members: [member("leader", `第${index}`)],
      }),
    );
    const done = (await Promise.allSettled(changes)).filter((one) => one.status === "fulfilled");
    expect(done).toHaveLength(1);
  });

  it("is refused from above, and not found from beside", async () => {
    const own = await establishGroup(installation.ctxOf(city), holdCampaign, group("130100"));
    const change = (actor: Actor) =>
      refusalOf(
        changeGroupMembers(installation.ctxOf(actor), holdCampaign, {
          commandId: crypto.randomUUID(),
          id: own.id,
          version: 1,
          members: [member("leader", "冯某")],
        }),
      );
    expect((await change(province)).rule).toBe("jurisdictions.ownUnitOnly");
    expect((await change(county)).code).toBe("notFound");
    expect((await change(await aPerson(installation, { unitCode: "130200", roles: ["clerk"] }))).code).toBe("notFound");
  });
});

describe("the list of groups", () => {
  it("shows a county its own group and those above it, and no neighbour's", async () => {
    const { campaignId } = group("130000");
    const neighbour = await aPerson(installation, { unitCode: "130103", roles: ["clerk"] });
    for (const actor of [province, city, county, neighbour])
      await establishGroup(installation.ctxOf(actor), holdCampaign, { ...group(actor.unitCode), campaignId });
    for (const ctx of [installation.ctxOf(county), installation.unfilteredCtxOf(county)]) {
      const { items } = await listGroups(ctx, { campaignId });
      expect(items.map((item) => item.unitCode)).toEqual(["130000", "130100", "130102"]);
    }
    const all = await listGroups(installation.ctxOf(province), { campaignId });
    expect(all.items.map((item) => [item.unitCode, item.members.length])).toEqual([
      ["130000", 3],
      ["130100", 3],
      ["130102", 3],
      ["130103", 3],
    ]);
  });
});
