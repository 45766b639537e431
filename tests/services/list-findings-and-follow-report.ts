/**
 * A whole service in one file: lists the findings of its area and follows a monthly report to its file.
 *
 *   ANJI_URL=http://127.0.0.1:4600 ANJI_API_KEY=… node tests/services/list-findings-and-follow-report.ts 2009-02
 */
import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { type AnjiClient, createAnjiClient, everyFinding, refusalOf } from "@anji/client";

const ROWS_PER_PAGE = 200;
/** Every finding of the key's area, page after page. */
export async function* listFindings(anji: AnjiClient, campaignId: string) {
  let cursor: string | null = null;
  do {
    const from: string | null = cursor;
    const page: Awaited<ReturnType<typeof findingsPage>> = await findingsPage(anji, { campaignId, cursor: from });
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor !== null);
}

function findingsPage(anji: AnjiClient, from: { campaignId: string; cursor: string | null }) {
  return anji.rpc.findings.list.query({
    ...from,
    filter: everyFinding(null),
    sort: { by: "number", direction: "asc" },
    limit: ROWS_PER_PAGE,
  });
}

/** Waits until the report's files are made, reports the progress, and fetches the official document. */
export async function followReport(anji: AnjiClient, report: { id: string; onProgress: (text: string) => void }) {
  const { rendering } = await anji.rpc.reporting.reports.get.query({ id: report.id });
  if (rendering !== null) await jobEnds(anji, { jobId: rendering.jobId, onProgress: report.onProgress });
  const { files } = await anji.rpc.reporting.reports.get.query({ id: report.id });
  return files.docx === null ? null : anji.downloadFile(files.docx.fileId);
}

function jobEnds(anji: AnjiClient, job: { jobId: string; onProgress: (text: string) => void }): Promise<void> {
  return new Promise((resolve, reject) => {
    anji.rpc.jobs.watch.subscribe(
      { jobId: job.jobId },
      {
        onData: ({ data }) => job.onProgress(`${data.status} ${data.done}/${data.total}`),
        onComplete: resolve,
        onError: reject,
      },
    );
  });
}

async function main(settings: { url: string; apiKey: string; month: string }): Promise<void> {
  const anji = createAnjiClient({ url: settings.url, apiKey: settings.apiKey, locale: "zh-CN" });
  const [campaign] = (await anji.rpc.campaign.list.query()).items;
  if (campaign === undefined) return console.log("no campaign yet");
  let count = 0;
  let foundFen = 0n;
  for await (const finding of listFindings(anji, campaign.id)) {
    count += 1;
    foundFen += BigInt(finding.foundFen);
  }
  console.log(`${campaign.name}: ${count} findings, ${foundFen} fen`);
  const reports = await anji.rpc.reporting.reports.list.query({
    campaignId: campaign.id,
    kind: "monthly",
    unitCode: null,
    month: settings.month,
  });
  for (const { id, unitName } of reports.items) {
    if (id === null) continue;
    const file = await followReport(anji, {
      id,
      onProgress: (text) => console.log(`${unitName} ${settings.month}: ${text}`),
    });
    if (file === null) continue;
    const name = `${randomUUID()}.docx`;
    await writeFile(name, file.content);
    console.log(`${file.name} → ${name}`);
  }
}

if (import.meta.main) {
  const { ANJI_URL: url, ANJI_API_KEY: apiKey } = process.env;
  const [month] = process.argv.slice(2);
  if (url === undefined || apiKey === undefined || month === undefined)
    throw new Error("set ANJI_URL and ANJI_API_KEY and name a month");
  await main({ url, apiKey, month }).catch((error: unknown) => {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    console.error(`${refusal.rule}: ${refusal.message}`);
    process.exitCode = 1;
  });
}
