import { randomUUID } from "node:crypto";
import { everyFinding } from "@anji/findings";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "../support/eventually.ts";
import { command, type Person, type Product, startProduct } from "../support/product.ts";
import { beginStory, serviceKey, type Story } from "../support/submitted-reports.ts";
import { endWorkers, startWorker } from "../support/worker-process.ts";
import { inBatches } from "../journeys/acts/stage.ts";
import { cellsOf, livePlaces, textOf, withTextForAmounts, xmlParts } from "./output/office-file.ts";
import { PAYLOADS } from "./output/payloads.ts";

const CITY = "130600";
const ALL = everyFinding(null);
const SORT = { by: "number" as const, direction: "asc" as const };
const NAME_CHARACTERS_MAX = 60;

let product: Product;
let story: Story;
let clerk: Person;

beforeAll(async () => {
  product = await startProduct({ today: "2009-02-17" });
  story = await beginStory(product, [CITY]);
  const found = story.clerks.get(CITY);
  if (found === undefined) throw new Error("no clerk");
  clerk = found;
  await inBatches(PAYLOADS, register);
});
afterAll(async () => {
  await endWorkers();
  await product.close();
});

/** A finding whose every free text is the payload. */
function register(payload: string) {
  const name = payload.slice(0, NAME_CHARACTERS_MAX);
  return clerk.rpc.findings.register.mutate({
    ...command(),
    campaignId: story.campaignId,
    unitCode: CITY,
    fundLine: "unemployment",
    kind: "B2",
    occurrence: { text: "2007", precision: "year" },
    discoveredOn: "2009-02-10",
    summary: payload,
    description: payload,
    foundFen: "100",
    origin: "selfCheck",
    responsibleUnit: name,
    responsibleLevel: "city",
    responsiblePerson: name,
  });
}

describe("what people write", () => {
  it("comes back from the API as it was written", async () => {
    const { items } = await clerk.rpc.findings.list.query({
      campaignId: story.campaignId,
      filter: ALL,
      sort: SORT,
      cursor: null,
      limit: 200,
    });
    expect(items.map((one) => one.summary)).toEqual(expect.arrayContaining([...PAYLOADS]));
  });

  it("stands in the exported ledger as text and computes nothing", async () => {
    const { fileId } = await clerk.rpc.ledgerSheet.export.mutate({
      ...command(),
      campaignId: story.campaignId,
      filter: ALL,
      sort: SORT,
    });
    const content = await clerk.download(fileId);
    expect(livePlaces(content)).toEqual([]);
    const cells = cellsOf(content);
    const texts = new Set(
      cells.filter((cell) => cell.type === "inlineStr" && cell.formula === null).map((cell) => cell.text),
    );
    expect(PAYLOADS.filter((payload) => !texts.has(payload))).toEqual([]);
    expect(
      cells.filter((cell) => cell.formula !== null && !/^(?:SUM|SUBTOTAL)\([A-Z$\d:,]+\)$/.test(cell.formula)),
    ).toEqual([]);
  });

  it("stands in a workbook sent back with its mistakes as text", async () => {
    const { fileId } = await clerk.rpc.ledgerSheet.export.mutate({
      ...command(),
      campaignId: story.campaignId,
      filter: ALL,
      sort: SORT,
    });
    const spoiled = withTextForAmounts(await clerk.download(fileId), PAYLOADS);
    const uploaded = await clerk.upload("=1+1.xlsx", spoiled);
    const check = await clerk.rpc.ledgerSheet.dryRun.query({ campaignId: story.campaignId, fileId: uploaded });
    expect(check.mistakeCount).toBeGreaterThanOrEqual(PAYLOADS.length);
    const annotated = await clerk.rpc.ledgerSheet.annotated.mutate({
      ...command(),
      campaignId: story.campaignId,
      fileId: uploaded,
    });
    const content = await clerk.download(annotated.fileId);
    expect(livePlaces(content)).toEqual([]);
    const computing = cellsOf(content).filter((cell) => cell.formula !== null);
    expect(computing.filter((cell) => /cmd|HYPERLINK|WEBSERVICE|alert/i.test(cell.formula ?? ""))).toEqual([]);
  });

  it("stands in a report's files as text and does nothing", async () => {
    const { docx, xlsx } = await renderedReport();
    expect([...livePlaces(docx), ...livePlaces(xlsx)]).toEqual([]);
    const written = textOf(xmlParts(docx).get("word/document.xml") ?? "", "w:t");
    // A character that changes the direction of reading has no place in an official document.
    expect(
      PAYLOADS.map((payload) => payload.replaceAll("\u202e", "")).filter((payload) => !written.includes(payload)),
    ).toEqual([]);
    const computing = cellsOf(xlsx).filter((cell) => cell.formula !== null);
    expect(computing.length).toBeGreaterThan(0);
    expect(computing.filter((cell) => /cmd|HYPERLINK|WEBSERVICE|alert/i.test(cell.formula ?? ""))).toEqual([]);
  });
});

describe("a download", () => {
  it("is kept from opening in a page, whatever its file is named and holds", async () => {
    const key = await serviceKey(story, { role: "observer", unitCode: "130000", name: "统计服务" });
    await inBatches(PAYLOADS, async (payload) => {
      const fileId = await clerk.upload(`${payload}.html`, new TextEncoder().encode(payload));
      const response = await fetch(`${product.url}/files/${fileId}`, { headers: { "x-api-key": key } });
      expect(await response.text()).toBe(payload);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        "content-type": "application/octet-stream",
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
        "content-disposition": expect.stringMatching(/^attachment; filename\*=UTF-8''[\w.!#$&+^`|~%-]+$/),
      });
    });
  });
});

/** The two files, made by a worker, of a report whose texts are all payloads. */
async function renderedReport(): Promise<{ docx: Uint8Array; xlsx: Uint8Array }> {
  const { reports } = clerk.rpc.reporting;
  const place = { campaignId: story.campaignId, kind: "monthly" as const, unitCode: CITY, month: "2009-02" };
  const draft = await reports.draft.mutate({ ...command(), ...place });
  const text = PAYLOADS.join("\n");
  const narrative = { situation: text, practice: "做法", problems: text, handling: "处理", suggestions: "建议" };
  const name = PAYLOADS[0] ?? "";
  const imprint = { documentNo: "=1+1", contact: name };
  const written = await reports.write.mutate({
    ...command(),
    id: draft.id,
    version: draft.version,
    narrative,
    imprint,
  });
  await story.signers
    .get(CITY)
    ?.rpc.reporting.reports.submit.mutate({ ...command(), id: draft.id, version: written.version });
  const key = await serviceKey(story, { role: "worker", unitCode: "130000", name: `=1+1 ${randomUUID().slice(0, 4)}` });
  startWorker({ url: product.url, key, name: "一号机" });
  const { files } = await eventually("rendered", {
    ask: () => reports.get.query({ id: draft.id }),
    until: (report) => report.rendering?.status === "done",
  });
  return { docx: await clerk.download(files.docx?.fileId ?? ""), xlsx: await clerk.download(files.xlsx?.fileId ?? "") };
}
