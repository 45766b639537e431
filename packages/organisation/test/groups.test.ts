import { aPlan } from "@anji/campaign/testing";
import { auditOf } from "@anji/database/testing";
import { addAgency } from "@anji/jurisdictions/verbs";
import { type Actor, type Id, knownDay, mistakesOf, newId } from "@anji/kernel";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { establishLeadingGroupInput, type GroupPosition } from "../src/index.ts";
import { listLeadingGroups } from "../src/queries/index.ts";
import { leadingGroup } from "../src/tables.ts";
import { changeLeadingGroupMembers, establishLeadingGroup } from "../src/verbs/index.ts";
import { organisationRoom, type OrganisationRoom } from "./room.ts";

let room: OrganisationRoom;
let province: Actor;
let city: Actor;
let county: Actor;
let campaigns: Id<"campaign">[];
const CAMPAIGNS = 40;

beforeAll(async () => {
  room = await organisationRoom("2008-07-15");
  province = room.clerk;
  city = await room.person("130100", "clerk");
  county = await room.person("130102", "reviewer");
  campaigns = await plantCampaigns();
});
afterAll(() => room.end());

/** Many rows at once, each with only the columns that an act on groups reads. */
async function plantCampaigns(): Promise<Id<"campaign">[]> {
  const plan = JSON.stringify(aPlan({}));
  const ids = Array.from({ length: CAMPAIGNS }, () => newId<"campaign">(new Date()));
  await room.under(province, async (tx) => {
    for (const id of ids) {
      await tx.execute(sql`
        insert into campaign.campaign (id, key, name, province_code, region_path, plan, phase, machine_version, created_at)
        values (${id}::uuid, ${id}::text, '专项治理', '130000', '13', ${plan}::jsonb, 'deployment', 1, now())`);
    }
  });
  return ids;
}

function nextCampaign(): Id<"campaign"> {
  const id = campaigns.pop();
  if (id === undefined) throw new Error(`a test needs more than ${CAMPAIGNS} campaigns`);
  return id;
}

function member(position: GroupPosition, name: string) {
  return { position, name, body: "市劳动保障局", department: null };
}

function group(unitCode: string) {
  return {
    commandId: crypto.randomUUID(),
    campaignId: nextCampaign(),
    unitCode,
    establishedOn: knownDay("2008-07-10"),
    documentNo: "石社保治〔2008〕1号",
    leadDepartment: null,
    officeDepartment: null,
    members: [member("head", "赵某"), member("deputy", "钱某"), member("member", "孙某")],
  };
}

type Member = ReturnType<typeof member>;

function changeOf({ id, version }: { id: Id<"leadingGroup">; version: number }, members: Member[]) {
  return {
    commandId: crypto.randomUUID(),
    id,
    version,
    changedOn: knownDay("2008-07-12"),
    leadDepartment: null,
    officeDepartment: null,
    members,
  };
}

describe("establishing a leading group", () => {
  it("registers it with its members in order, one audit row and one group per campaign", async () => {
    const input = group("130100");
    const answer = await establishLeadingGroup(room.ctxOf(city), input);
    expect(answer).toEqual({
      id: answer.id,
      unitCode: "130100",
      unitName: "石家庄市",
      establishedOn: "2008-07-10",
      documentNo: "石社保治〔2008〕1号",
      leadDepartment: null,
      officeDepartment: null,
      version: 1,
      members: input.members.map((one) => ({ ...one, since: "2008-07-10" })),
      former: [],
    });
    const audit = await auditOf(room, { provincePath: "13", commandId: input.commandId });
    expect(audit.map((row) => [row.verb, row.before, row.campaignId])).toEqual([
      ["organisation.establishLeadingGroup", null, input.campaignId],
    ]);
    const again = await refusalOf(
      establishLeadingGroup(room.ctxOf(city), { ...group("130100"), campaignId: input.campaignId }),
    );
    expect([again.code, again.rule]).toEqual(["conflict", "organisation.leadingGroupExists"]);
    expect((await establishLeadingGroup(room.ctxOf(city), group("130100"))).version).toBe(1);
  });

  it("belongs to a campaign there is, also for the database", async () => {
    const unknown = { ...group("130500"), campaignId: newId<"campaign">(new Date()) };
    const actor = await room.person("130500", "clerk");
    expect((await refusalOf(establishLeadingGroup(room.ctxOf(actor), unknown))).code).toBe("notFound");
    const { campaignId, unitCode, establishedOn, documentNo } = unknown;
    const row = {
      id: newId<"leadingGroup">(new Date()),
      campaignId,
      unitCode,
      regionPath: actor.path,
      establishedOn,
      documentNo,
      recordedAt: new Date(),
    };
    const written = room.under(actor, (tx) => tx.insert(leadingGroup).values(row));
    await expect(written).rejects.toMatchObject({ cause: { constraint_name: "leading_group_campaign" } });
  });

  it("is refused once the campaign has ended, and so is a change of members", async () => {
    const ended = group("130102");
    await room.close(ended.campaignId);
    await expectRefused(establishLeadingGroup(room.ctxOf(county), ended), "campaign.alreadyEnded");
    const input = group("130102");
    const { id, version } = await establishLeadingGroup(room.ctxOf(county), input);
    await room.close(input.campaignId);
    const change = changeOf({ id, version }, input.members);
    await expectRefused(changeLeadingGroupMembers(room.ctxOf(county), change), "campaign.alreadyEnded");
  });

  it("is refused for another unit, below included, and for a unit that cannot be seen", async () => {
    const below = await refusalOf(establishLeadingGroup(room.ctxOf(city), group("130102")));
    expect([below.code, below.rule]).toEqual(["notAllowed", "organisation.ownUnitOnly"]);
    for (const ctx of [room.ctxOf(county), room.unfilteredCtxOf(county)]) {
      // A county reads the units above it, but may not act for them.
      const above = await refusalOf(establishLeadingGroup(ctx, group("130100")));
      expect(["kernel.notFound", "organisation.ownUnitOnly"]).toContain(above.rule);
      expect((await refusalOf(establishLeadingGroup(ctx, group("130200")))).code).toBe("notFound");
    }
  });

  it("is a region's, never an agency's", async () => {
    const administrator = await room.person("130102", "administrator");
    const { code } = await addAgency(room.ctxOf(administrator), {
      commandId: crypto.randomUUID(),
      parentCode: "130102",
      name: "养老保险所",
    });
    const refused = await refusalOf(establishLeadingGroup(room.ctxOf(county), group(code)));
    expect([refused.rule, refused.params]).toEqual(["jurisdictions.unitUnknown", { code }]);
  });

  it("is refused to roles that do not file", async () => {
    for (const role of ["leader", "inspector", "administrator", "observer", "worker"] as const) {
      const actor = await room.person("130200", role);
      await expectRefused(establishLeadingGroup(room.ctxOf(actor), group("130200")), "kernel.roleMayNot");
    }
  });

  it.each([
    ["no head", [member("deputy", "钱某")]],
    ["two heads", [member("head", "赵某"), member("head", "周某")]],
  ])("is refused with %s", (_, members) => {
    const parsed = establishLeadingGroupInput.safeParse({ ...group("130100"), members });
    expect(parsed.success ? [] : mistakesOf(parsed.error)).toEqual([
      {
        path: members.length === 1 ? "members.0.position" : "members.1.position",
        rule: "organisation.leadingGroupHead",
        params: {},
      },
    ]);
  });

  it("is refused on a day in the future or before the campaign, at the field", async () => {
    for (const [establishedOn, rule] of [
      ["2030-01-01", "organisation.dayInFuture"],
      ["2008-06-30", "organisation.dayTooEarly"],
    ] as const) {
      const input = { ...group("130100"), establishedOn: knownDay(establishedOn) };
      expect(await refusalOf(establishLeadingGroup(room.ctxOf(city), input))).toMatchObject({
        code: "invalid",
        rule,
        fields: [{ path: "establishedOn" }],
      });
    }
  });

  it("is refused for a department the plan does not name, and for a name nobody can read", async () => {
    const input = { ...group("130100"), members: [{ ...member("head", "赵某"), department: "bank" }] };
    expect(await refusalOf(establishLeadingGroup(room.ctxOf(city), input))).toMatchObject({
      rule: "organisation.departmentUnknown",
      fields: [{ path: "members.0.department" }],
    });
    const parsed = establishLeadingGroupInput.safeParse({ ...input, members: [member("head", "\u200b")] });
    expect(parsed.success ? [] : mistakesOf(parsed.error)).toMatchObject([
      { path: "members.0.name", rule: "organisation.nameBlank" },
    ]);
  });
});

describe("changing the members of a group", () => {
  it("dates who joined and who left, and keeps those who left", async () => {
    const first = await establishLeadingGroup(room.ctxOf(county), group("130102"));
    const input = changeOf(first, [member("head", "吴某"), member("member", "孙某")]);
    const changed = await changeLeadingGroupMembers(room.ctxOf(county), input);
    expect(changed).toEqual({
      ...first,
      version: 2,
      members: [
        { ...member("head", "吴某"), since: "2008-07-12" },
        { ...member("member", "孙某"), since: "2008-07-10" },
      ],
      former: [
        { ...member("head", "赵某"), since: "2008-07-10", until: "2008-07-12" },
        { ...member("deputy", "钱某"), since: "2008-07-10", until: "2008-07-12" },
      ],
    });
    const early = { ...changeOf(changed, input.members), changedOn: knownDay("2008-07-11") };
    expect(await refusalOf(changeLeadingGroupMembers(room.ctxOf(county), early))).toMatchObject({
      rule: "organisation.dayTooEarly",
      fields: [{ path: "changedOn" }],
    });
    const [audit] = await auditOf(room, { provincePath: "13", commandId: input.commandId });
    expect([audit?.before, audit?.after]).toEqual([first, changed]);
  });

  it("from an old version is answered with the current group", async () => {
    const first = await establishLeadingGroup(room.ctxOf(city), group("130100"));
    const change = (name: string) =>
      changeLeadingGroupMembers(room.ctxOf(city), {
        ...changeOf(first, [member("head", name)]),
      });
    const changed = await change("郑某");
    const refused = await refusalOf(change("王某"));
    expect([refused.code, refused.current]).toEqual(["stale", changed]);
  });

  it("by ten at once is done by one", async () => {
    const first = await establishLeadingGroup(room.ctxOf(city), group("130100"));
    const changes = Array.from({ length: 10 }, (_, index) =>
      changeLeadingGroupMembers(room.ctxOf(city), {
        ...changeOf(first, [member("head", `第${index}`)]),
      }),
    );
    const done = (await Promise.allSettled(changes)).filter((one) => one.status === "fulfilled");
    expect(done).toHaveLength(1);
  });

  it("is refused from above, and not found from beside", async () => {
    const own = await establishLeadingGroup(room.ctxOf(city), group("130100"));
    const change = (actor: Actor) =>
      refusalOf(
        changeLeadingGroupMembers(room.ctxOf(actor), {
          ...changeOf(own, [member("head", "冯某")]),
        }),
      );
    expect((await change(province)).rule).toBe("organisation.ownUnitOnly");
    expect((await change(county)).code).toBe("notFound");
    expect((await change(await room.person("130200", "clerk"))).code).toBe("notFound");
  });
});

describe("the list of groups", () => {
  it("shows a county its own group and those above it, and no neighbour's", async () => {
    const { campaignId } = group("130000");
    const neighbour = await room.person("130103", "clerk");
    for (const actor of [province, city, county, neighbour])
      await establishLeadingGroup(room.ctxOf(actor), { ...group(actor.unitCode), campaignId });
    for (const ctx of [room.ctxOf(county), room.unfilteredCtxOf(county)]) {
      const { items } = await listLeadingGroups(ctx, { campaignId });
      expect(items.map((item) => item.unitCode)).toEqual(["130000", "130100", "130102"]);
    }
    const all = await listLeadingGroups(room.ctxOf(province), { campaignId });
    expect(all.items.map((item) => [item.unitCode, item.members.length])).toEqual([
      ["130000", 3],
      ["130100", 3],
      ["130102", 3],
      ["130103", 3],
    ]);
  });
});
