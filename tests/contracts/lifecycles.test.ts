import { lifecycles, ruleBook } from "@anji/api";
import { drawnPages } from "@anji/tooling/diagrams";
import { describe, expect, it } from "vitest";

/** Acts that no person does by themselves, and the act they are a step of. */
const STEPS: Readonly<Record<string, string>> = {
  "findings.import": "ledgerSheet.importChunk",
  "findings.importChanges": "ledgerSheet.importChunk",
  "findings.adjust": "adjustments.grant",
  "findings.move": "adjustments.grant",
  "findings.withdraw": "adjustments.grant",
  "findings.reopenClassification": "adjustments.grant",
};

/** An end that still takes acts: files of a received report are made again; a unit takes note of a decided waiver. */
const RESTS_IN: Readonly<Record<string, readonly string[]>> = {
  report: ["received"],
  waiver: ["approved", "rejected"],
};

describe.each(lifecycles.map((one) => [`${one.context}, ${one.subject}`, one] as const))(
  "the lifecycle of %s",
  (_, one) => {
    const stateOf = (status: string) => {
      const state = one.machine.states[status];
      if (state === undefined) throw new Error(`no state ${status}`);
      return state;
    };
    const nextOf = (status: string) =>
      [...stateOf(status).transitions.values()].flat().map(({ target }) => target?.[0]?.key ?? status);

    it("reaches every status from the first", () => {
      const reached = new Set([one.first]);
      for (const status of reached) for (const next of nextOf(status)) reached.add(next);
      expect([...reached].toSorted()).toEqual(one.statuses.toSorted());
    });

    it("has a way out of every status that is not an end, and an end", () => {
      const isEnd = (status: string) =>
        stateOf(status).type === "final" || RESTS_IN[one.subject]?.includes(status) === true;
      const open = one.statuses.filter((status) => !isEnd(status));
      expect(open.filter((status) => nextOf(status).every((next) => next === status))).toEqual([]);
      expect(open.length).toBeLessThan(one.statuses.length);
    });

    it("refuses with rules that are in the book", () => {
      expect(one.refusalRules.filter((rule) => !(rule in ruleBook))).toEqual([]);
    });

    it("has a permission and a verb for every act of a person", async () => {
      const acts = [...one.beginnings, ...one.events].map((act) => `${one.context}.${act}`);
      const permitted = Object.values(one.permissions).map((permission) => permission.key);
      expect(acts.filter((act) => !permitted.includes(act) && !(act in STEPS))).toEqual([]);
      const verbs: object = await import(`@anji/${one.context}/verbs`);
      const done = Object.values(verbs).map((verb) => permissionKeyOf(verb));
      expect(permitted.filter((key) => !done.includes(key))).toEqual([]);
    });
  },
);

it("every lifecycle is drawn in its room's README as it is; npm run diagrams writes them", () => {
  expect(drawnPages().filter(({ text, drawn }) => text !== drawn)).toEqual([]);
});

function permissionKeyOf(verb: unknown): string | null {
  if (typeof verb !== "function" || !("definition" in verb)) return null;
  const { definition } = verb as { definition: { permission: { key: string } } }; // what makes a function a verb
  return definition.permission.key;
}
