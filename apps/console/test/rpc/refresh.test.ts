import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FROZEN } from "../../src/rpc/frozen.ts";
import { refreshOf, type Touch } from "../../src/rpc/refresh.ts";

const DELAY_MS = 1000;
const touches: readonly Touch[] = [
  { topic: "findings.", queries: ["findings.list", "campaign.gates"], ofSubject: ["findings.get"] },
  { topic: "inspection.", queries: ["inspection"], ofSubject: [] },
  { topic: "campaign.advanced", queries: "whole", ofSubject: [] },
];
const KEYS = {
  "findings.list": [["findings", "list"], { input: { unitCode: null }, type: "query" }],
  "findings.get": [["findings", "get"], { input: { id: "one" }, type: "query" }],
  "campaign.gates": [["campaign", "gates"], { input: { phase: null }, type: "query" }],
  "inspection.spotChecks.list": [["inspection", "spotChecks", "list"], { limit: 50 }],
  "campaign.get": [["campaign", "get"], { input: {}, type: "query" }],
  "jurisdictions.me": [["jurisdictions", "me"], { type: "query" }],
} as const;

let queries: QueryClient;
let asked: string[];
let isHidden: boolean;
let stops: (() => void)[];

beforeEach(async () => {
  vi.useFakeTimers();
  [queries, asked, isHidden] = [new QueryClient(), [], false];
  const shown = Object.entries(KEYS).map(([name, queryKey]) => ({ name, queryKey, meta: {} }));
  const frozen = { name: "frozen", queryKey: [["findings", "list"], { input: "frozen" }], meta: FROZEN };
  stops = [...shown, frozen].map(({ name, queryKey, meta }) => {
    const queryFn = () => Promise.resolve(asked.push(name));
    return new QueryObserver(queries, { queryKey, queryFn, meta }).subscribe(() => null);
  });
  await vi.advanceTimersByTimeAsync(0);
  asked = [];
});
afterEach(() => {
  for (const stop of stops) stop();
  vi.useRealTimers();
});

function refresh() {
  return refreshOf({
    queries,
    touches,
    always: ["jurisdictions.me"],
    delayMs: () => DELAY_MS,
    isHidden: () => isHidden,
  });
}

describe("a change elsewhere", () => {
  it("asks only the queries its topic touches, each once for many changes, and the clock with them", async () => {
    const { hear } = refresh();
    for (let at = 0; at < 10; at += 1) hear({ topic: "findings.changed", subjectId: `other ${at}` });
    await vi.advanceTimersByTimeAsync(DELAY_MS - 1);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked.toSorted()).toEqual(["campaign.gates", "findings.list", "jurisdictions.me"]);
  });

  it("asks the detail of the very subject that changed, and of no other", async () => {
    const { hear } = refresh();
    hear({ topic: "findings.changed", subjectId: "one" });
    await vi.advanceTimersByTimeAsync(DELAY_MS);
    expect(asked).toContain("findings.get");
  });

  it("of a topic nobody speaks for, of the whole, or after a gap asks everything but what is frozen", async () => {
    const everything = Object.keys(KEYS).toSorted();
    const { hear, hearAll } = refresh();
    for (const say of [
      () => hear({ topic: "unheard.of", subjectId: "x" }),
      () => hear({ topic: "campaign.advanced", subjectId: "x" }),
      hearAll,
    ]) {
      asked = [];
      say();
      await vi.advanceTimersByTimeAsync(DELAY_MS);
      expect(asked.toSorted()).toEqual(everything);
    }
  });
});

describe("a page nobody looks at", () => {
  it("asks nothing, and once for all changes when it is shown again", async () => {
    const { hear, show } = refresh();
    isHidden = true;
    hear({ topic: "findings.changed", subjectId: "two" });
    await vi.advanceTimersByTimeAsync(DELAY_MS * 10);
    hear({ topic: "inspection.spotCheckChanged", subjectId: "three" });
    await vi.advanceTimersByTimeAsync(DELAY_MS * 10);
    expect(asked).toEqual([]);
    isHidden = false;
    show();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.toSorted()).toEqual([
      "campaign.gates",
      "findings.list",
      "inspection.spotChecks.list",
      "jurisdictions.me",
    ]);
    show();
    await vi.advanceTimersByTimeAsync(DELAY_MS * 10);
    expect(asked).toHaveLength(4);
  });

  it("that missed more changes than can be told apart asks everything, and one that missed none asks nothing", async () => {
    const { hear, show } = refresh();
    show();
    isHidden = true;
    for (let at = 0; at < 500; at += 1) hear({ topic: "inspection.spotCheckChanged", subjectId: `${at}` });
    await vi.advanceTimersByTimeAsync(DELAY_MS);
    expect(asked).toEqual([]);
    isHidden = false;
    show();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.toSorted()).toEqual(Object.keys(KEYS).toSorted());
  });
});
