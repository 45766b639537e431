import { readFileSync } from "node:fs";
import { CAMPAIGN_STATES, GATE_STATES, WAIVER_STATUSES } from "@anji/campaign";
import { planTemplates } from "@anji/campaign/queries";
import { CHANNELS, FINDING_STATUSES, MEANS, NATURES, ORIGINS, RECTIFICATION_KINDS } from "@anji/findings";
import { CHECK_QUESTIONS, CONCLUSIONS, SPOT_CHECK_STATUSES } from "@anji/inspection";
import { JOB_STATUSES } from "@anji/jobs";
import { UNIT_LEVELS } from "@anji/jurisdictions";
import { CONFLICT_CHOICES, IMPORT_STATUSES, SHEET_ROW_STATES } from "@anji/ledger-sheet";
import { DUE_STATES, LEVELS, PRECISIONS, ROLES, WORK_GROUPS } from "@anji/kernel";
import { GROUP_POSITIONS } from "@anji/organisation";
import { NARRATIVE_BOXES, REPORT_KINDS, REPORT_STATUSES, SUMMARY_SECTIONS } from "@anji/reporting";
import { describe, expect, it } from "vitest";
import { root, sources } from "./sources.ts";

const glossary = readFileSync(`${root}/docs/glossary.md`, "utf8");
const rows = glossary.split("\n").filter((line) => /^\| [^-]/.test(line) && !line.startsWith("| Chinese"));
const lines = rows
  .map((row) => row.split("|").map((cell) => cell.trim()))
  .map(([, term = "", name = "", meaning = ""]) => ({ term, name, meaning }));
const names = new Set(
  lines.flatMap(({ name, meaning }) =>
    [...`${name} ${meaning}`.matchAll(/`([\w-]+)`/g)].map((match) => match[1] ?? ""),
  ),
);

describe("the glossary", () => {
  it("has each Chinese term once, and an English name for each", () => {
    expect(lines.length).toBeGreaterThan(180);
    const terms = lines.map((line) => line.term);
    expect(terms.filter((term, place) => terms.indexOf(term) !== place)).toEqual([]);
    expect(lines.filter((line) => !/`\w/.test(line.name))).toEqual([]);
  });

  it("gives each name as the code writes it, but for the rooms to come", () => {
    const [written = ""] = glossary.split("## Later rooms");
    const plans = planTemplates().items.map((plan) => JSON.stringify(plan));
    const words = new Set([...sources().map((file) => file.text), ...plans].join("\n").match(/[A-Za-z_][\w-]*/g));
    const given = lines
      .filter(({ term }) => written.includes(`| ${term} |`))
      .flatMap(({ name }) => [...name.matchAll(/`([\w-]+)`/g)].map((match) => match[1] ?? ""));
    expect(given.length).toBeGreaterThan(150);
    expect(given.filter((name) => !words.has(name))).toEqual([]);
  });

  it.each(
    Object.entries({
      LEVELS,
      ROLES,
      PRECISIONS,
      DUE_STATES,
      WORK_GROUPS,
      JOB_STATUSES,
      UNIT_LEVELS,
      GROUP_POSITIONS,
      CAMPAIGN_STATES,
      GATE_STATES,
      WAIVER_STATUSES,
      FINDING_STATUSES,
      ORIGINS,
      NATURES,
      MEANS,
      RECTIFICATION_KINDS,
      CHANNELS,
      IMPORT_STATUSES,
      CONFLICT_CHOICES,
      SHEET_ROW_STATES,
      SPOT_CHECK_STATUSES,
      CHECK_QUESTIONS,
      CONCLUSIONS,
      REPORT_KINDS,
      REPORT_STATUSES,
      NARRATIVE_BOXES,
      SUMMARY_SECTIONS,
    }),
  )("names every member of %s", (_, members) => {
    expect(members.filter((member) => !names.has(member))).toEqual([]);
  });

  it("names every fund line of the plan as the plan does", () => {
    const given = new Map(lines.map((line) => [line.term, line.name]));
    for (const line of planTemplates().items.flatMap((plan) => plan.fundLines))
      expect([line.name, given.get(line.name)]).toEqual([line.name, `\`${line.code}\``]);
  });
});
