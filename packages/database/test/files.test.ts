import { kernelRules } from "@anji/kernel";
import { anActor, expectRefused } from "@anji/kernel/testing";
import { testDatabase } from "@anji/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adoptFile, type ActorCtx, getFile, storeFile, storeFilePermission } from "../src/index.ts";
import { perform } from "../src/perform.ts";
import { testInstallation, type TestInstallation } from "../src/testing.ts";

const county = anActor({ unitCode: "130102", roles: ["clerk"] });
const neighbour = anActor({ unitCode: "130103", roles: ["clerk"] });
const city = anActor({ unitCode: "130100", roles: ["clerk"] });
let installation: TestInstallation;

beforeAll(async () => {
  const { appUrl } = await testDatabase();
  installation = await testInstallation({ appUrl, rules: kernelRules, locale: "en", startsAt: "2008-09-01" });
});
afterAll(() => installation.end());

async function stored(ctx: ActorCtx, name: string) {
  const content = await ctx.files.put(bytes(name), { maximumBytes: 1000 });
  return storeFile(ctx, { commandId: crypto.randomUUID(), name, mediaType: "text/plain", ...content });
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

describe("a stored file", () => {
  it("belongs to the area of who stored it: those above see it, neighbours do not", async () => {
    const { fileId } = await stored(installation.ctxOf(county), "凭证.txt");
    expect(await getFile(installation.ctxOf(county), fileId)).toMatchObject({
      name: "凭证.txt",
      regionPath: "13.01.02",
      sizeBytes: 10,
    });
    expect((await getFile(installation.ctxOf(city), fileId)).id).toBe(fileId);
    await expectRefused(getFile(installation.ctxOf(neighbour), fileId), "kernel.notFound");
    await expectRefused(getFile(installation.unfilteredCtxOf(neighbour), fileId), "kernel.notFound");
  });

  it("keeps no path, quote or control character in its name", async () => {
    const names = ["../../etc/passwd", "a\r\nSet-Cookie: x.txt", 'q"uote\\.txt', "   ", "长".repeat(300)];
    const kept = [];
    for (const name of names) kept.push((await stored(installation.ctxOf(county), name)).name);
    expect(kept.slice(0, 4)).toEqual([".._.._etc_passwd", "a__Set-Cookie: x.txt", "q_uote_.txt", "file"]);
    expect(kept[4]).toHaveLength(180);
  });

  it("can be shared with the area of the thing it is attached to by someone who sees it, and by nobody else", async () => {
    const { fileId } = await stored(installation.ctxOf(city), "通知.txt");
    const adopt = (ctx: ActorCtx) =>
      perform(ctx, { permission: storeFilePermission, input: { commandId: crypto.randomUUID() } }, async (act) => {
        const answer = await adoptFile(act, { fileId, regionPath: county.path });
        const subject = { subjectKind: "file", subjectId: answer.fileId, regionPath: county.path, campaignId: null };
        return act.done({ ...subject, before: null, after: answer, answer });
      });
    await expectRefused(adopt(installation.ctxOf(county)), "kernel.notFound");
    const shared = await adopt(installation.ctxOf(city));
    expect(await getFile(installation.ctxOf(county), shared.fileId)).toMatchObject({
      name: "通知.txt",
      regionPath: county.path,
    });
  });
});
