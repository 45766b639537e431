/** The smallest useful service: copy it to your own folder and begin there. See packages/client/README.md. */
import { createAnjiClient, everyFinding, refusalOf } from "@anji/client";

const { ANJI_URL: url = "", ANJI_API_KEY: apiKey = "" } = process.env;
const [month = "2009-01"] = process.argv.slice(2);
const anji = createAnjiClient({ url, apiKey, locale: "zh-CN" });

try {
  const [campaign] = (await anji.rpc.campaign.list.query()).items;
  if (campaign === undefined) throw new Error("no campaign yet");

  // The ledger of the key's area, page by page.
  const list = {
    campaignId: campaign.id,
    filter: everyFinding(null),
    sort: { by: "number", direction: "asc" },
    limit: 200,
  } as const;
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof anji.rpc.findings.list.query>> = await anji.rpc.findings.list.query({
      ...list,
      cursor,
    });
    for (const { number, unitName, foundFen } of page.items) console.log(number, unitName, foundFen);
    cursor = page.nextCursor;
  } while (cursor !== null);

  // The finished official documents of a month.
  const reports = await anji.rpc.reporting.reports.list.query({
    campaignId: campaign.id,
    kind: "monthly",
    unitCode: null,
    month,
  });
  for (const { id, unitName } of reports.items) {
    if (id === null) continue;
    const { files } = await anji.rpc.reporting.reports.get.query({ id });
    if (files.docx === null) continue;
    const { name, content } = await anji.downloadFile(files.docx.fileId);
    console.log(unitName, name, content.length);
  }
} catch (error) {
  const refusal = refusalOf(error);
  if (refusal === null) throw error;
  console.error(refusal.rule, refusal.message, refusal.fields);
  process.exitCode = 1;
}
