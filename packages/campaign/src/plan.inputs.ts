import { choice, dayInput, fenWire, LEVELS, textInput, unitCode } from "@anji/kernel";
import { z } from "zod";

import { PHASES } from "./phase.ts";

/** 经济、行政、法律手段. */
export const DISPOSAL_MEANS = ["economic", "administrative", "judicial"] as const;
export type DisposalMeans = (typeof DISPOSAL_MEANS)[number];

/** The denominator of 70% 的县: every county-level unit, or all except urban districts. */
export const CITY_DENOMINATORS = ["allCountyLevel", "withoutDistricts"] as const;
/** What the province's share is taken of; the plan's sentence leaves it open, so that a ruling decides. */
export const PROVINCE_READINGS = ["cities", "counties", "both"] as const;
export type ProvinceReading = (typeof PROVINCE_READINGS)[number];

/** 抽查的重点: 是否认真、是否纠正、风险是否排查防范、制度是否完善、有无建设性意见. */
export const SPOT_CHECK_QUESTIONS = ["earnest", "corrected", "risks", "institutions", "proposals"] as const;
export type SpotCheckQuestion = (typeof SPOT_CHECK_QUESTIONS)[number];

/** 好, 合格, 走过场, 整改不彻底, 弄虚作假. */
export const CONCLUSIONS = ["good", "qualified", "perfunctory", "incomplete", "falsified"] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

/** 追回纠正, 同级政府归还, 调账补记, 核销: the ways money leaves 尚未整改. */
export const SETTLEMENT_CHANNELS = ["recovered", "repaid", "rebooked", "writtenOff"] as const;

export const URGENT_CIRCUMSTANCES = ["graveEffect", "caseOpened"] as const;
export const URGENT_RECIPIENTS = ["province", "ministry"] as const;
export const LIMIT_UNITS = ["workingDays", "days", "hours"] as const;

/** A gate's key: the room that contributes it, and its own name there. */
export const GATE_KEY = /^[a-z][a-zA-Z]*\.[a-zA-Z]+$/;

const MOST_ENTRIES = 200;
const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/, "campaign.planCodeForm");
const name = textInput({ min: 1, max: 100 });
const sentence = textInput({ min: 1, max: 500 });
const percent = z.int().min(1).max(100);

function entries<Entry extends z.ZodType>(entry: Entry) {
  return z.array(entry).min(1).max(MOST_ENTRIES);
}

const law = z.strictObject({
  key: code,
  title: name,
  documentNumber: name.nullable(),
  effectiveFrom: dayInput,
  effectiveUntil: dayInput.nullable(),
  note: sentence.nullable(),
});

const organisation = z.strictObject({
  receivingGroup: z.strictObject({ name, sentence }),
  coordinatingCommittee: z.strictObject({ name, sentence }),
  leadingGroup: z.strictObject({
    name,
    head: z.strictObject({ name, post: name }),
    deputies: entries(z.strictObject({ name, post: name })),
    memberDepartments: entries(z.strictObject({ code, name, system: name, isLead: z.boolean() })),
  }),
  office: z.strictObject({ name, department: code, sentence }),
  /** The systems every city's group must have a member of, by the codes of the member departments. */
  cityGroup: z.strictObject({ departments: entries(code), note: sentence }),
  /** The day before which no group can be set up and no plan issued. */
  foundedFrom: z.strictObject({ on: dayInput, note: sentence }),
});

const kind = z.strictObject({
  code,
  category: code,
  name,
  fundLines: entries(code),
  hasAmount: z.boolean(),
  /** A finding of this kind is about money: its amount is above 0. */
  needsAmount: z.boolean(),
  /** Who took the money is named with the finding. */
  needsOccupier: z.boolean(),
  /** The ways in which its money may be settled. */
  channels: entries(choice(SETTLEMENT_CHANNELS)),
  referralEligible: z.boolean(),
  keyEventCandidate: z.boolean(),
  /** Each applies while its law is in force, and no longer than `until`. */
  basis: entries(z.strictObject({ law: code, articles: name.nullable(), until: dayInput.nullable() })),
  disposal: entries(z.strictObject({ means: choice(DISPOSAL_MEANS), act: name })),
  /** What must be attached before a finding of this kind may be closed. */
  evidence: entries(code),
});

const gate = z.strictObject({
  rule: z.string().regex(GATE_KEY, "campaign.planCodeForm"),
  title: name,
  sentence,
  owner: name,
});

const phase = z.strictObject({
  key: choice(PHASES),
  name,
  startsOn: dayInput,
  endsOn: dayInput,
  sentence,
  gates: entries(gate),
});

const floors = z.strictObject({
  city: z.strictObject({
    percent,
    denominator: choice(CITY_DENOMINATORS),
    /** The kinds of unit that count as districts. */
    districtKinds: z.array(name).max(MOST_ENTRIES),
    sentence,
  }),
  province: z.strictObject({
    percent,
    of: choice(PROVINCE_READINGS),
    /** Who decided what the share is taken of, and when. */
    ruling: z.strictObject({ text: sentence, by: name, on: dayInput }),
    /** How many of its counties the province must check, in addition to the city itself, before a city counts. */
    countiesPerCity: z.int().min(0).max(20),
    sentence,
    note: sentence,
  }),
});

const marks = z.int().min(0).max(100);

const spotChecks = z.strictObject({
  /** The full marks of each question; together 100. */
  fullMarks: z.strictObject({
    earnest: marks,
    corrected: marks,
    risks: marks,
    institutions: marks,
    proposals: marks,
  } satisfies Record<SpotCheckQuestion, typeof marks>),
  /** The lowest total of a conclusion; null: a veto, whatever the marks. */
  conclusions: entries(z.strictObject({ conclusion: choice(CONCLUSIONS), marksMin: marks.nullable() })),
  /** The fewest characters of what is written to a question. */
  answerCharactersMin: z.int().min(1).max(200),
  note: sentence,
});

const deadlines = z.strictObject({
  rectificationDefaultOn: dayInput,
  citySummaryOn: dayInput,
  /** Day of the following month. */
  monthlyReportDay: z.int().min(1).max(28),
  dueSoonDays: z.int().min(0).max(60),
  sentences: z.strictObject({ rectification: sentence, citySummary: sentence, monthlyReport: sentence }),
});

/** 异议, and what the plan leaves open about amounts. */
const determination = z.strictObject({
  contestDays: z.int().min(1).max(60),
  /** How far ahead a plan may set its deadline once the campaign's period is over. */
  carriedOverDays: z.int().min(1).max(3650),
  note: sentence,
});

const waivers = z.strictObject({
  /** Of the units a condition asks, the share that may have a waiver; at least one unit. */
  sharePercentMax: percent,
  /** A request that nobody decides in so many days expires. */
  decideWithinDays: z.int().min(1).max(60),
  note: sentence.nullable(),
});

const urgentReport = z.strictObject({
  code,
  name,
  law: code,
  amountFenMin: fenWire.nullable(),
  amountFenBelow: fenWire.nullable(),
  /** Circumstances that need this report with any amount. */
  orWhen: z.array(choice(URGENT_CIRCUMSTANCES)),
  recipients: entries(choice(URGENT_RECIPIENTS)),
  limit: z.strictObject({ count: z.int().min(1).max(365), unit: choice(LIMIT_UNITS) }).nullable(),
  note: sentence.nullable(),
});

/** A department that declares its own self-check in every unit of these levels; agencies declare beside it. */
const selfCheckDepartment = z.strictObject({
  code,
  name,
  levels: entries(choice(LEVELS)),
  note: sentence.nullable(),
});

/** The fields of a campaign plan; `campaignPlan` adds what must agree between them. Plain JSON throughout. */
export const planFields = z.strictObject({
  key: code,
  name,
  provinceCode: unitCode,
  /** The revision of the campaign's region codes. */
  regionRevision: name,
  period: z.strictObject({ startsOn: dayInput, endsOn: dayInput, sentence }),
  issuedUnder: z.strictObject({ law: code, issuers: entries(name) }),
  laws: entries(law),
  organisation,
  fundClasses: entries(z.strictObject({ code, name })),
  fundLines: entries(z.strictObject({ code, fundClass: code, name, shortName: name })),
  categories: entries(z.strictObject({ code, name, sentence })),
  evidenceKinds: entries(z.strictObject({ code, name })),
  kinds: entries(kind),
  phases: entries(phase),
  selfCheckDepartments: entries(selfCheckDepartment),
  /** The truth promise, signed word for word. */
  selfCheckPromise: sentence,
  floors,
  spotChecks,
  deadlines,
  determination,
  waivers,
  urgentReports: z.array(urgentReport).max(MOST_ENTRIES),
  sheetTemplate: z.strictObject({ version: code, closingOn: dayInput }),
});

export type PlanFields = z.infer<typeof planFields>;
