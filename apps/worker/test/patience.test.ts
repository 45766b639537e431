import { createServer } from "node:http";
import { createAnjiClient, FileRefused } from "@anji/client";
import { describe, expect, it } from "vitest";
import { isPassing, patiently, waitMs } from "../src/patience.ts";

const never = new AbortController().signal;

function refused(code: "tooMany" | "conflict"): FileRefused {
  return new FileRefused({
    code,
    rule: `kernel.${code}`,
    about: "content",
    message: "",
    params: {},
    fields: [],
    current: null,
  });
}

describe("patience", () => {
  it("waits for a quarter of a second at first and for ten at most, never twice the same", () => {
    const first = Array.from({ length: 50 }, () => waitMs(0));
    expect(Math.min(...first)).toBeGreaterThanOrEqual(125);
    expect(Math.max(...first, waitMs(0))).toBeLessThanOrEqual(250);
    expect(new Set(first).size).toBeGreaterThan(10);
    expect(waitMs(1000)).toBeLessThanOrEqual(10_000);
  });

  it("asks again after too many requests, and takes any other answer as one", async () => {
    let calls = 0;
    const answer = await patiently(never, () => {
      calls += 1;
      return calls < 3 ? Promise.reject(refused("tooMany")) : Promise.resolve("done");
    });
    expect([answer, calls]).toEqual(["done", 3]);
    await expect(patiently(never, () => Promise.reject(refused("conflict")))).rejects.toThrow(FileRefused);
    await expect(patiently(never, () => Promise.reject(new Error("our own mistake")))).rejects.toThrow(
      "our own mistake",
    );
  });

  it("ends with the reason for which the work ended", async () => {
    const ended = new AbortController();
    const waiting = patiently(ended.signal, () => Promise.reject(refused("tooMany")));
    ended.abort(new Error("the worker stopped"));
    await expect(waiting).rejects.toThrow("the worker stopped");
  });

  it("knows a server that is away or behind a broken gateway from one that answered", async () => {
    const nowhere = createAnjiClient({ url: "http://127.0.0.1:9", apiKey: "key", locale: "zh-CN" });
    expect(isPassing(await caught(nowhere.rpc.jurisdictions.me.query()))).toBe(true);
    expect(isPassing(await caught(nowhere.downloadFile("0")))).toBe(true);
    const gateway = createServer((_, response) =>
      response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad Gateway</h1>"),
    );
    const url = await new Promise<string>((resolve) => {
      gateway.listen(0, "127.0.0.1", () => {
        const address = gateway.address();
        resolve(`http://127.0.0.1:${address !== null && typeof address === "object" ? address.port : 0}`);
      });
    });
    const behind = createAnjiClient({ url, apiKey: "key", locale: "zh-CN" });
    expect(isPassing(await caught(behind.rpc.jurisdictions.me.query()))).toBe(true);
    expect(isPassing(await caught(behind.downloadFile("0")))).toBe(true);
    gateway.close();
    expect(isPassing(refused("conflict"))).toBe(false);
  });
});

function caught(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => null,
    (error: unknown) => error,
  );
}
