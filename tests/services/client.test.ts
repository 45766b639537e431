import { randomUUID } from "node:crypto";
import { type AnjiClient, createAnjiClient, refusalOf } from "@anji/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "../support/eventually.ts";
import { command, PASSWORD, type Person, type Product, startProduct } from "../support/product.ts";

let product: Product;
let administrator: Person;
let reader: AnjiClient;
let worker: AnjiClient;

beforeAll(async () => {
  product = await startProduct({ today: "2008-07-05" });
  const administrators = [{ name: "何志远", username: "sheng.guanli", password: PASSWORD }];
  await product.stranger().rpc.jurisdictions.install.createFirstAdministrators.mutate({
    ...command(),
    provinceCode: "130000",
    administrators,
  });
  administrator = await product.signIn("sheng.guanli");
  reader = await serviceOf("observer", "130600");
  worker = await serviceOf("worker", "130000");
});

afterAll(() => product.close());

async function serviceOf(role: "observer" | "worker", unitCode: string): Promise<AnjiClient> {
  const { key } = await administrator.rpc.jurisdictions.people.issueServiceKey.mutate({
    ...command(),
    name: `${role} ${unitCode}`,
    unitCode,
    role,
  });
  return createAnjiClient({ url: product.url, apiKey: key ?? "", locale: "zh-CN" });
}

function caughtBy(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => null,
    (error: unknown) => error,
  );
}

describe("a service with a key", () => {
  it("is known by its key and stands in its unit's area", async () => {
    const { person } = await reader.rpc.jurisdictions.me.query();
    expect(person).toMatchObject({ isService: true, roles: ["observer"], unitCode: "130600", level: "city" });
  });

  it("makes many calls in batches the server takes", async () => {
    const answers = await Promise.all(Array.from({ length: 45 }, () => reader.rpc.jurisdictions.me.query()));
    expect(new Set(answers.map(({ person }) => person.unitCode))).toEqual(new Set(["130600"]));
  });

  it("reads a refusal with its rule and its message, in its language", async () => {
    const claim = { ...command(), workerName: "只读", kinds: ["renderReport" as const] };
    const refusal = refusalOf(await caughtBy(reader.rpc.jobs.claim.mutate(claim)));
    expect(refusal).toMatchObject({ code: "notAllowed", rule: "kernel.levelMayNot", message: "本级不能办理此事项。" });
    const field = refusalOf(await caughtBy(worker.rpc.jobs.claim.mutate({ ...claim, workerName: "" })));
    expect(field).toMatchObject({ code: "invalid", fields: [{ path: "workerName" }] });
  });

  it("is refused without a valid key", async () => {
    const unknown = createAnjiClient({ url: product.url, apiKey: "no-such-key", locale: "en" });
    expect(refusalOf(await caughtBy(unknown.rpc.jurisdictions.me.query()))).toMatchObject({ code: "notSignedIn" });
    expect(refusalOf(await caughtBy(unknown.downloadFile(randomUUID())))).toMatchObject({ code: "notSignedIn" });
  });

  it("gets no refusal from a server that cannot be reached", async () => {
    const nowhere = createAnjiClient({ url: "http://127.0.0.1:9", apiKey: "key", locale: "zh-CN" });
    const error = await caughtBy(nowhere.rpc.jurisdictions.me.query());
    expect(error).toBeInstanceOf(Error);
    expect(refusalOf(error)).toBeNull();
  });
});

describe("files of a service", () => {
  it("come back as they were sent, with their name", async () => {
    const content = new TextEncoder().encode("社会保险基金专项治理");
    const { fileId, sizeBytes } = await worker.uploadFile({
      name: "月报 9月.txt",
      mediaType: "text/plain",
      content,
      commandId: randomUUID(),
    });
    expect(sizeBytes).toBe(content.length);
    expect(await worker.downloadFile(fileId)).toEqual({ name: "月报 9月.txt", content });
    expect(refusalOf(await caughtBy(reader.downloadFile(fileId)))).toMatchObject({ code: "notFound" });
  });

  it("are stored once when sent twice under one command id", async () => {
    const upload = {
      name: "a.txt",
      mediaType: "text/plain",
      content: new Uint8Array([1, 2, 3]),
      commandId: randomUUID(),
    };
    expect(await worker.uploadFile(upload)).toEqual(await worker.uploadFile(upload));
  });

  it("are refused without the role to store them", async () => {
    const upload = { name: "a.txt", mediaType: "text/plain", content: new Uint8Array([1]), commandId: randomUUID() };
    expect(refusalOf(await caughtBy(reader.uploadFile(upload)))).toMatchObject({ rule: "kernel.roleMayNot" });
  });
});

describe("a stream of a service", () => {
  it("carries the signals of its area over its key", async () => {
    const clerk = {
      name: "赵志远",
      username: "baoding.jingban",
      password: PASSWORD,
      unitCode: "130600",
      department: null,
      roles: ["clerk" as const],
    };
    await administrator.rpc.jurisdictions.people.add.mutate({ ...command(), ...clerk });
    const city = await product.signIn(clerk.username);
    const [plan] = (await administrator.rpc.campaign.templates.query()).items;
    if (plan === undefined) throw new Error("no campaign plan comes with the product");
    const { id: campaignId } = await administrator.rpc.campaign.create.mutate({ ...command(), plan });
    const seen: string[] = [];
    const begun = Promise.withResolvers<void>();
    const stream = reader.rpc.signals.watch.subscribe(undefined, {
      onStarted: () => begun.resolve(),
      onData: (signal) => seen.push(signal.topic),
    });
    await begun.promise;
    await city.rpc.organisation.leadingGroups.establish.mutate({
      ...command(),
      campaignId,
      unitCode: "130600",
      establishedOn: "2008-07-05",
      documentNo: "保社险治〔2008〕1号",
      leadDepartment: null,
      officeDepartment: null,
      members: [{ name: "孙长河", body: "市政府", position: "head", department: null }],
    });
    await eventually("a signal", { ask: async () => seen, until: (topics) => topics.length > 0 });
    stream.unsubscribe();
    expect(seen[0]).toMatch(/^organisation\./);
  });

  it("of a job outside its area is refused as not found", async () => {
    const error = await new Promise<unknown>((resolve) => {
      reader.rpc.jobs.watch.subscribe({ jobId: randomUUID() }, { onError: resolve });
    });
    expect(refusalOf(error)).toMatchObject({ code: "notFound" });
  });
});
