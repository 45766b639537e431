import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CampaignPlan } from "@anji/campaign";
import { connect, type Connection, setScope } from "@anji/database";
import { auditEntry } from "@anji/database/tables";
import { ledgerCatalogue, type LedgerUnit, writeLedger } from "@anji/ledger-sheet/sheet";
import { finding } from "@anji/findings/tables";
import { aLedgerRow } from "@anji/ledger-sheet/testing";
import { person } from "@anji/jurisdictions/tables";
import { fen, type Id, knownDay } from "@anji/kernel";
import { systemActor } from "@anji/jurisdictions/queries";
import { testDatabase } from "@anji/testing";
import { freePort } from "@anji/tooling/disposable-postgres";
import { bytesOf } from "@anji/workbook/writing";
import { and, count, countDistinct, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { command, PASSWORD, peopleAt, type Person } from "../support/product.ts";
import { type ServerProcess, startServerProcess } from "../support/server-process.ts";

const PROVINCE = "130000";
const ROWS = 3000;

let dataDirectory: string;
let connection: Connection;
let begin: () => Promise<ServerProcess>;
let server: ServerProcess;
let clerk: Person;
let campaignId: Id<"campaign">;
let plan: CampaignPlan;
let units: LedgerUnit[];

beforeAll(async () => {
  const { appUrl } = await testDatabase();
  dataDirectory = await mkdtemp(join(tmpdir(), "anji-resume-"));
  connection = connect({ url: appUrl, connections: 1, applicationName: "import-resume" });
  const port = await freePort();
  const secret = randomUUID() + randomUUID();
  begin = () => startServerProcess({ databaseUrl: appUrl, dataDirectory, secret, port });
  server = await begin();
  const people = peopleAt(`http://127.0.0.1:${port}`);
  const administrators = [{ name: "何志远", username: "sheng.guanli", password: PASSWORD }];
  await people.stranger().rpc.jurisdictions.install.createFirstAdministrators.mutate({
    ...command(),
    provinceCode: PROVINCE,
    administrators,
  });
  const administrator = await people.signIn("sheng.guanli");
  const account = {
    name: "赵志远",
    username: "sheng.jingban",
    password: PASSWORD,
    unitCode: PROVINCE,
    department: null,
    roles: ["clerk" as const],
  };
  await administrator.rpc.jurisdictions.people.add.mutate({ ...command(), ...account });
  const [template] = (await administrator.rpc.campaign.templates.query()).items;
  if (template === undefined) throw new Error("no campaign plan comes with the product");
  plan = template;
  ({ id: campaignId } = await administrator.rpc.campaign.create.mutate({ ...command(), plan }));
  units = (await administrator.rpc.jurisdictions.units.tree.query()).items.map((one) => ({
    ...one,
    path: one.regionPath,
  }));
  clerk = await people.signIn("sheng.jingban");
});

afterAll(async () => {
  await server.kill();
  await connection.end();
  await rm(dataDirectory, { recursive: true, force: true });
});

test("an import cut by a killed server is taken up at the next start and ends with each row once", async () => {
  const { importId, done } = await cutImport("A", ROWS);
  server = await begin();
  const ended = await eventually("the import", {
    ask: () => progressOf(importId),
    until: ({ status }) => status !== "running",
  });
  expect(done).toBeLessThan(ROWS);
  expect(ended).toMatchObject({
    status: "done",
    done: ROWS,
    total: ROWS,
    created: ROWS,
    updated: 0,
    skipped: 0,
    failed: 0,
  });
  expect(await rowsOf("A")).toEqual({
    all: ROWS,
    distinct: ROWS,
    sum: String(fen(100) * BigInt((ROWS * (ROWS + 1)) / 2)),
  });
  expect(await namesOf(importId)).toEqual(["赵志远"]);
});

test("an import whose requester has been deactivated meanwhile ends refused, and keeps what it has taken", async () => {
  const { importId, done } = await cutImport("B", ROWS / 2);
  await setActive(false);
  server = await begin();
  await eventually("the end in the trail", {
    ask: () => namesOf(importId),
    until: (names) => names.includes("系统"),
  });
  await setActive(true);
  const ended = await eventually("the clerk", {
    ask: () => progressOf(importId).catch(() => null),
    until: (answer) => answer !== null,
  });
  expect(ended).toMatchObject({ status: "refused", done, created: done });
  expect(ended?.message).toContain(`已导入的 ${done} 行保留`);
  expect(await rowsOf("B")).toMatchObject({ all: done, distinct: done });
});

/** Starts an import and kills the server after its first rows have come in. */
async function cutImport(name: string, rows: number): Promise<{ importId: Id<"ledgerImport">; done: number }> {
  const fileId = await clerk.upload(`台账${name}.xlsx`, await workbook(name, rows));
  const { importId } = await clerk.rpc.ledgerSheet.startImport.mutate({
    ...command(),
    campaignId,
    fileId,
    onConflict: "stop",
  });
  while ((await progressOf(importId)).done === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await server.kill();
  const { all: done } = await rowsOf(name);
  expect(done).toBeGreaterThan(0);
  return { importId, done };
}

function progressOf(importId: Id<"ledgerImport">) {
  return clerk.rpc.ledgerSheet.progress.query({ importId });
}

function asProvince<Answer>(
  body: (tx: Parameters<Parameters<Connection["db"]["transaction"]>[0]>[0]) => Promise<Answer>,
): Promise<Answer> {
  return connection.db.transaction(async (tx) => {
    await setScope(tx, systemActor(PROVINCE));
    return body(tx);
  });
}

async function rowsOf(name: string) {
  const [row] = await asProvince((tx) =>
    tx
      .select({
        all: count(),
        distinct: countDistinct(finding.externalNo),
        sum: sql<string | null>`sum(${finding.foundFen})::text`,
      })
      .from(finding)
      .where(sql`${finding.externalNo} like ${`${name}-%`}`),
  );
  if (row === undefined) throw new Error("an aggregate has one row");
  return row;
}

/** The names in the import's audit rows, except its start. */
async function namesOf(importId: Id<"ledgerImport">): Promise<string[]> {
  const rows = await asProvince((tx) =>
    tx
      .selectDistinct({ name: auditEntry.personName })
      .from(auditEntry)
      .where(and(eq(auditEntry.subjectId, importId))),
  );
  return rows.map((row) => row.name);
}

async function setActive(isActive: boolean): Promise<void> {
  await asProvince((tx) => tx.update(person).set({ isActive }).where(eq(person.name, "赵志远")));
}

async function workbook(name: string, rows: number): Promise<Uint8Array> {
  const counties = units.filter((one) => one.level === "county");
  async function* facts() {
    for (let no = 1; no <= rows; no += 1) {
      const parts = { foundFen: fen(no * 100), recoveredFen: fen(100), outstandingFen: fen(no * 100 - 100) };
      yield aLedgerRow({
        ...parts,
        no,
        unitCode: counties[no % counties.length]?.code ?? "",
        summary: `问题 ${name} ${no}`,
        externalNo: `${name}-${no}`,
      });
    }
  }
  const catalogue = ledgerCatalogue(plan, units);
  return bytesOf(
    writeLedger({ catalogue, title: "台账", reportingUnit: "河北省", closingOn: knownDay("2008-10-15") }, facts()),
  );
}
