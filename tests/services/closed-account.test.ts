import { setScope } from "@anji/database";
import { ledgerImport } from "@anji/ledger-sheet/tables";
import { idOf, newId, pathOfCode } from "@anji/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStream } from "../guarantees/surface/http.ts";
import { command, type Product, startProduct } from "../support/product.ts";
import { beginStory, serviceKey, type Story, submitReport } from "../support/submitted-reports.ts";

const CITY = "130600";
/** Within this time the stream of a closed account must end. */
const SOON_MS = 3000;

let product: Product;
let story: Story;

beforeAll(async () => {
  product = await startProduct({ today: "2009-02-17" });
  story = await beginStory(product, [CITY]);
});
afterAll(() => product.close());

function watching(path: string, options: { input: object | null; key: string }) {
  const query = options.input === null ? "" : `?${new URLSearchParams({ input: JSON.stringify(options.input) })}`;
  return openStream(`${product.url}/trpc/${path}${query}`, { "x-api-key": options.key });
}

/** A running import, as a stopped server leaves it. */
async function runningImport(): Promise<string> {
  const id = newId<"ledgerImport">(new Date());
  const regionPath = pathOfCode(CITY);
  const requestedBy = newId<"person">(new Date());
  const fileId = await story.clerks.get(CITY)?.upload("台账.xlsx", new TextEncoder().encode("-"));
  const ids = {
    id,
    regionPath,
    requestedBy,
    campaignId: idOf("campaign").parse(story.campaignId),
    fileId: idOf("file").parse(fileId),
  };
  const counts = { done: 0, total: 10, created: 0, updated: 0, skipped: 0, failed: 0 };
  await product.parts.db.transaction(async (tx) => {
    await setScope(tx, { path: regionPath, personId: requestedBy });
    await tx
      .insert(ledgerImport)
      .values({ ...ids, ...counts, onConflict: "stop", status: "running", requestedAt: new Date() });
  });
  return id;
}

test("every stream of an account that is closed ends within seconds: a job's, an import's and the signals", async () => {
  const { id } = await submitReport(story, { unitCode: CITY, month: "2008-11" });
  const { rendering } = await story.administrator.rpc.reporting.reports.get.query({ id });
  const key = await serviceKey(story, { role: "observer", unitCode: CITY, name: "统计服务" });
  const service = product.withKey(key);
  const { person } = await service.rpc.jurisdictions.me.query();
  const streams = [
    await watching("jobs.watch", { input: { jobId: rendering?.jobId }, key }),
    await watching("ledgerSheet.watch", { input: { importId: await runningImport() }, key }),
    await watching("signals.watch", { input: null, key }),
  ];
  for (const stream of streams) expect(stream.said).toContain("event: connected");
  await story.administrator.rpc.jurisdictions.people.deactivate.mutate({ ...command(), id: person.id, version: 1 });
  const closedAt = Date.now();
  const said = await Promise.all(streams.map((stream) => stream.ended));
  expect(Date.now() - closedAt).toBeLessThan(SOON_MS);
  for (const all of said) expect(all).toContain("event: serialized-error");
  const again = await watching("signals.watch", { input: null, key });
  expect(again.said).toContain("kernel.notSignedIn");
});
