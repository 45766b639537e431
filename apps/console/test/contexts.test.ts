import { contributed } from "@anji/api";
import { expect, it } from "vitest";
import { CONTEXTS } from "../src/contexts.ts";
import { NOTHING } from "../src/frame/contribution.ts";
import { together } from "../src/frame/use-contributions.ts";

/** The kinds of subject in the work that the server's contexts list. */
const SUBJECTS = [
  "adjustment",
  "campaign",
  "declaration",
  "delay",
  "finding",
  "implementingPlan",
  "report",
  "spotCheck",
  "waiver",
];
const contributions = together(CONTEXTS.map(({ contribution }) => contribution));

it("every kind of matter that can wait for a person has a card, and every condition a place to look", () => {
  expect(Object.keys(contributions.work.subjects).toSorted()).toEqual(SUBJECTS);
  expect(Object.keys(contributions.offenders.gates).toSorted()).toEqual(
    contributed.gates.flatMap((source) => source.keys).toSorted(),
  );
});

it("the navigation is in the order of the contexts, the work of the person first and the system last", () => {
  expect(contributions.navigation.map((entry) => entry.to)).toEqual([
    "/",
    "/phase",
    "/findings",
    "/checks",
    "/reports",
    "/system",
  ]);
});

it("two contexts that speak for the same thing are refused", () => {
  const twice = { ...NOTHING, work: { verbs: { "findings.close": "work.otherVerb" as const }, subjects: {} } };
  expect(() => together([twice, twice])).toThrow("findings.close");
});
