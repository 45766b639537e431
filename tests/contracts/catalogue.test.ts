import { contributed } from "@anji/api";
import { planTemplates } from "@anji/campaign/queries";
import { createCampaign } from "@anji/campaign/verbs";
import { campaignRules } from "@anji/campaign";
import { testInstallation, type TestInstallation } from "@anji/database/testing";
import { findingsRules } from "@anji/findings";
import { aRegistration } from "@anji/findings/testing";
import { register } from "@anji/findings/verbs";
import { jurisdictionsRules } from "@anji/jurisdictions";
import { aPerson, plantRegionTree } from "@anji/jurisdictions/testing";
import { type Actor, type Id, kernelRules } from "@anji/kernel";
import { expectRefused } from "@anji/kernel/testing";
import { testDatabase } from "@anji/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let installation: TestInstallation;
let clerk: Actor;
let campaignId: Id<"campaign">;

beforeAll(async () => {
  const { appUrl } = await testDatabase();
  const rules = { ...kernelRules, ...jurisdictionsRules, ...campaignRules, ...findingsRules };
  installation = await testInstallation({ appUrl, rules, locale: "zh-CN", startsAt: "2008-10-15" });
  await plantRegionTree(installation);
  clerk = await aPerson(installation, { unitCode: "130621", roles: ["clerk"] });
  const administrator = await aPerson(installation, { unitCode: "130000", roles: ["administrator"] });
  const [plan] = planTemplates().items;
  if (plan === undefined) throw new Error("no plan comes with the product");
  const create = createCampaign(contributed.gates);
  campaignId = (await create(installation.ctxOf(administrator), { commandId: crypto.randomUUID(), plan })).id;
});
afterAll(() => installation.end());

describe("a plan that comes with the product", () => {
  it("names gates that a context contributes, each once", () => {
    const owned = contributed.gates.flatMap((source) => source.keys);
    expect(new Set(owned).size).toBe(owned.length);
    for (const plan of planTemplates().items) {
      const named = plan.phases.flatMap((phase) => phase.gates.map((gate) => gate.rule));
      expect(named.filter((rule) => !owned.includes(rule))).toEqual([]);
    }
  });
});

describe("a kind of problem on a fund line where it cannot occur", () => {
  it("is refused by the verb", async () => {
    const attempt = register(
      installation.ctxOf(clerk),
      aRegistration({ campaignId }, { kind: "C5", fundLine: "unemployment" }),
    );
    await expectRefused(attempt, "findings.kindFund");
  });

  it("is refused by the database, whoever writes", async () => {
    const row = await register(
      installation.ctxOf(clerk),
      aRegistration({ campaignId }, { kind: "B2", fundLine: "unemployment" }),
    );
    const set = (kind: string, line: string) =>
      installation.under(clerk, (tx) =>
        tx.execute(
          `update findings.finding_line set kind = '${kind}', fund_line = '${line}' where finding_id = '${row.id}'`,
        ),
      );
    await set("B1", "unemployment");
    await expect(set("C5", "unemployment")).rejects.toMatchObject({
      cause: { code: "23503", constraint_name: "finding_line_kind_fund" },
    });
    await expect(set("A1", "resident-medical")).rejects.toMatchObject({
      cause: { constraint_name: "finding_line_kind_fund" },
    });
    await expect(set("Z9", "unemployment")).rejects.toMatchObject({
      cause: { constraint_name: "finding_line_kind_fund" },
    });
  });
});
