import { choice, dayInput, fenWire, LEVELS, textInput, unitCode } from "@anji/kernel";
import { z } from "zod";

import { PHASES } from "./phase.ts";

/** 经济、行政、法律手段. */
export const DISPOSAL_MEANS = ["economic", "administrative", "judicial"] as const;
export type DisposalMeans = (typeof DISPOSAL_MEANS)[number];

/** The denominator of 70% 的县: every county-level unit, or all except urban districts. */
export const CITY_DENOMINATORS = ["allCountyLevel", "withoutDistricts"] as const;
/** The denominator of the province's share; the plan's sentence leaves it open. */
export const PROVINCE_UNITS = ["counties", "cities"] as const;

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
});

const kind = z.strictObject({
  code,
  category: code,
  name,
  fundLines: entries(code),
  hasAmount: z.boolean(),
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
  province: z.strictObject({ percent, unit: choice(PROVINCE_UNITS), sentence }),
});

const deadlines = z.strictObject({
  rectificationDefaultOn: dayInput,
  citySummaryOn: dayInput,
  /** Day of the following month. */
  monthlyReportDay: z.int().min(1).max(28),
  dueSoonDays: z.int().min(0).max(60),
  sentences: z.strictObject({ rectification: sentence, citySummary: sentence, monthlyReport: sentence }),
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
  deadlines,
  urgentReports: z.array(urgentReport).max(MOST_ENTRIES),
  sheetTemplate: z.strictObject({ version: code, closingOn: dayInput }),
});

export type PlanFields = z.infer<typeof planFields>;
