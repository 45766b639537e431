import { readFileSync } from "node:fs";
import { appRouter, ruleBook } from "@anji/api";
import {
  CAMPAIGN_STATES,
  CONCLUSIONS,
  GATE_STATES,
  PROVINCE_READINGS,
  SPOT_CHECK_QUESTIONS,
  WAIVER_STATUSES,
} from "@anji/campaign";
import { planTemplates } from "@anji/campaign/queries";
import { FIGURE_COUNTS, UNIT_FIGURES } from "@anji/figures";
import { CHANNELS, FINDING_STATUSES, MEANS, NATURES, ORIGINS, RECTIFICATION_KINDS, UNIT_EXTENTS } from "@anji/findings";
import { SPOT_CHECK_LEVELS, SPOT_CHECK_STATUSES } from "@anji/inspection";
import { JOB_STATUSES } from "@anji/jobs";
import { UNIT_LEVELS } from "@anji/jurisdictions";
import { CONFLICT_CHOICES, IMPORT_STATUSES, SHEET_ROW_STATES } from "@anji/ledger-sheet";
import { DUE_STATES, LEVELS, PRECISIONS, ROLES, RULE_ABOUT, WORK_GROUPS } from "@anji/kernel";
import { GROUP_POSITIONS, PLAN_DECISIONS } from "@anji/organisation";
import { NARRATIVE_BOXES, REPORT_KINDS, REPORT_STATUSES, SUMMARY_SECTIONS } from "@anji/reporting";
import { CELL_ANSWERS, DECLARATION_STATES, UNIT_OUTCOMES } from "@anji/self-checks";
import { describe, expect, it } from "vitest";
import { root, sources } from "./sources.ts";

const glossary = readFileSync(`${root}/docs/glossary.md`, "utf8");
const rows = glossary.split("\n").filter((line) => /^\| [^-]/.test(line) && !line.startsWith("| Chinese"));
const lines = rows
  .map((row) => row.split("|").map((cell) => cell.trim()))
  .map(([, terms = "", name = ""]) => ({ terms: terms.split("、"), name, names: codeWords(name) }));
const names = new Set(lines.flatMap((line) => line.names));

function codeWords(text: string): string[] {
  return [...text.matchAll(/`([\w-]+)`/g)].map((match) => match[1] ?? "");
}

function twice(words: readonly string[]): string[] {
  return words.filter((word, place) => words.indexOf(word) !== place);
}

/** A noun of the API and a room may be the plural of a name: `spotChecks` of `spotCheck`, `people` of `person`. */
function isNamed(noun: string): boolean {
  return [noun, noun.replace(/s$/, ""), noun === "people" ? "person" : noun].some((form) => names.has(form));
}

describe("the glossary", () => {
  it("has each Chinese term once, and an English name for each", () => {
    const terms = lines.flatMap((line) => line.terms);
    expect(terms.length).toBeGreaterThan(200);
    expect(twice(terms)).toEqual([]);
    const owned = lines.map(({ terms: given, name }) => [given, codeWords(name.replaceAll(/\(.*?\)/g, ""))] as const);
    expect(owned.filter(([given, own]) => own.length === 0 || (own.length > 1 && own.length !== given.length))).toEqual(
      [],
    );
  });

  it("has each English name once, so that a name means one Chinese term", () => {
    expect(names.size).toBeGreaterThan(220);
    expect(twice(lines.flatMap((line) => line.names))).toEqual([]);
  });

  it("names every room and every noun of the API", () => {
    const nouns = Object.keys(appRouter._def.procedures).flatMap((path) => path.split(".").slice(0, -1));
    const books = Object.keys(ruleBook).map((key) => key.split(".")[0] ?? "");
    expect([...new Set([...nouns, ...books])].filter((noun) => !isNamed(noun))).toEqual([]);
  });

  it("gives each name as the code writes it, but for the rooms to come", () => {
    const [written = ""] = glossary.split("## Later rooms");
    const plans = planTemplates().items.map((plan) => JSON.stringify(plan));
    const words = new Set([...sources().map((file) => file.text), ...plans].join("\n").match(/[A-Za-z_][\w-]*/g));
    const given = lines
      .filter(({ terms }) => written.includes(`| ${terms.join("、")} |`))
      .flatMap((line) => line.names);
    expect(given.length).toBeGreaterThan(220);
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
      RULE_ABOUT,
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
      CELL_ANSWERS,
      DECLARATION_STATES,
      UNIT_OUTCOMES,
      UNIT_EXTENTS,
      SPOT_CHECK_LEVELS,
      FIGURE_COUNTS,
      UNIT_FIGURES,
      IMPORT_STATUSES,
      CONFLICT_CHOICES,
      SHEET_ROW_STATES,
      SPOT_CHECK_STATUSES,
      SPOT_CHECK_QUESTIONS,
      CONCLUSIONS,
      PROVINCE_READINGS,
      PLAN_DECISIONS,
      REPORT_KINDS,
      REPORT_STATUSES,
      NARRATIVE_BOXES,
      SUMMARY_SECTIONS,
    }),
  )("names every member of %s", (_, members) => {
    expect(members.filter((member) => !names.has(member))).toEqual([]);
  });

  it("names every fund line of the plan as the plan does", () => {
    const given = new Map(lines.map((line) => [line.terms.join("、"), line.name]));
    for (const line of planTemplates().items.flatMap((plan) => plan.fundLines))
      expect([line.name, given.get(line.name)]).toEqual([line.name, `\`${line.code}\``]);
  });
});
