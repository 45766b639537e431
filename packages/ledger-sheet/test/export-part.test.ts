import { campaignOf } from "@anji/campaign/queries";
import { read } from "@anji/database";
import { everyFinding, findingFilter, findingSort, listFindingsInput } from "@anji/findings";
import { listFindings } from "@anji/findings/queries";
import { conditionsOf } from "@anji/findings/steps";
import { aRegistration } from "@anji/findings/testing";
import { register } from "@anji/findings/verbs";
import { beforeAll, expect, it } from "vitest";
import { ledgerFacts } from "../src/import/ledger-facts.ts";
import { ledgerWorld, type TestWorld } from "./world.ts";

const SORT = findingSort.parse({ by: "number", direction: "asc" });

let world: TestWorld;
beforeAll(async () => {
  world = await ledgerWorld();
  const lines = [
    { fundLine: "unemployment", kind: "B2", foundFen: "5000000" },
    { fundLine: "work-injury", kind: "B1", foundFen: "10000000" },
  ];
  await register(world.ctxOf(world.people.clerk), aRegistration(world, { foundFen: "15000000", lines }));
});

async function exportedRows(fundLines: string[]) {
  return read(world.ctxOf(world.people.clerk), async (reader) => {
    const campaign = await campaignOf(reader, world.campaignId);
    const filter = findingFilter.parse({ ...everyFinding(null), fundLines });
    const conditions = await conditionsOf(reader, { campaign, filter });
    const rows: [string, string][] = [];
    for await (const row of ledgerFacts(reader, { conditions, sort: SORT }))
      rows.push([row.fundLine, `${row.foundFen}`]);
    return rows;
  });
}

async function shownAmount(fundLines: string[]) {
  const filter = { ...everyFinding(null), fundLines };
  const input = listFindingsInput.parse({ campaignId: world.campaignId, filter, sort: SORT, limit: 50, cursor: null });
  const { items } = await listFindings(world.ctxOf(world.people.clerk), input);
  return items.map((row) => row.foundFen);
}

it("an export of one fund writes that fund's part of a finding, as the screen shows it", async () => {
  expect(await exportedRows(["work-injury"])).toEqual([["work-injury", "10000000"]]);
  expect(await shownAmount(["work-injury"])).toEqual(["10000000"]);
  expect(await exportedRows(["unemployment"])).toEqual([["unemployment", "5000000"]]);
});

it("an export of both funds writes each part under its own fund", async () => {
  expect(await exportedRows(["unemployment", "work-injury"])).toEqual([
    ["unemployment", "5000000"],
    ["work-injury", "10000000"],
  ]);
  expect(await shownAmount(["unemployment", "work-injury"])).toEqual(["15000000"]);
});
