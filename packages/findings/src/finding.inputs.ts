import {
  amountFen,
  choice,
  commandId,
  dayInput,
  expectedVersion,
  FEN_MAX,
  fenCodec,
  idOf,
  LEVELS,
  occurrenceInput,
  pageInput,
  textInput,
  unitCode,
} from "@anji/kernel";
import { z } from "zod";
import { CHANNELS, MEANS, NATURES, OCCUPIERS, ORIGINS, RECTIFICATION_KINDS } from "./finding.ts";
import { FINDING_STATUSES } from "./finding.lifecycle.ts";

const NAME_MAX = 80;
const SUMMARY_MAX = 200;
const TEXT_MAX = 4000;
const LINES_MAX = 20;
const CHOICES_MAX = 40;
const SEARCH_MAX = 60;

/** The limits of a form: characters, and lines of one finding. */
export const findingsLimits = {
  name: NAME_MAX,
  summary: SUMMARY_MAX,
  text: TEXT_MAX,
  lines: LINES_MAX,
  search: SEARCH_MAX,
} as const;

const campaignId = idOf("campaign");
const findingId = idOf("finding");
const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/, "kernel.fieldInvalid");
const name = textInput({ min: 1, max: NAME_MAX });
const prose = textInput({ min: 0, max: TEXT_MAX });
const neededProse = textInput({ min: 2, max: TEXT_MAX });
const means = z
  .array(choice(MEANS))
  .max(MEANS.length)
  .refine((list) => new Set(list).size === list.length, "kernel.fieldInvalid");
const changes = { commandId, id: findingId, version: expectedVersion };

const line = z.strictObject({ fundLine: code, kind: code, foundFen: amountFen });
const lineNo = z.int().min(1).max(LINES_MAX);
const responsible = { responsibleUnit: name, responsibleLevel: choice(LEVELS), responsiblePerson: name.nullable() };
export const occupierInput = z.strictObject({
  category: choice(OCCUPIERS),
  name,
  level: choice(LEVELS),
  approver: name.nullable(),
  usedOn: dayInput.nullable(),
});
/** The facts stated when a finding is entered; they can be corrected later. */
const stated = {
  fundLine: code,
  kind: code,
  occurrence: occurrenceInput,
  discoveredOn: dayInput,
  summary: textInput({ min: 2, max: SUMMARY_MAX }),
  description: prose,
  foundFen: amountFen,
  ...responsible,
  /** Needed for the kinds the plan names. */
  occupier: occupierInput.nullable().optional(),
};

export const registerInput = z.strictObject({
  commandId,
  campaignId,
  unitCode,
  ...stated,
  origin: choice(ORIGINS),
  /** Only for a finding of several funds or kinds; their sum is `foundFen`. */
  lines: z.array(line).min(1).max(LINES_MAX).optional(),
});

const corrected = z.strictObject({
  ...stated,
  lines: z.array(line.extend({ lineNo })).min(1).max(LINES_MAX),
  basis: prose,
  project: textInput({ min: 0, max: SUMMARY_MAX }),
});

export const amendInput = z.strictObject({
  ...changes,
  changes: corrected.partial(),
  reason: textInput({ min: 2, max: TEXT_MAX }),
});

export const classifyInput = z.strictObject({
  ...changes,
  nature: choice(NATURES),
  ...responsible,
  handlingOpinion: neededProse,
  means: means.min(1),
});

export const planRectificationInput = z.strictObject({
  ...changes,
  rectificationKind: choice(RECTIFICATION_KINDS),
  measures: neededProse,
  department: name,
  responsiblePerson: name,
  dueOn: dayInput,
});

export const recordSettlementInput = z.strictObject({
  ...changes,
  lineNo,
  channel: choice(CHANNELS),
  /** Negative to correct an earlier entry. */
  amountFen: fenCodec.refine((amount) => amount <= FEN_MAX && amount >= -FEN_MAX, "kernel.amountTooLarge"),
  settledOn: dayInput,
  voucherNo: name,
  note: prose,
  /** The person has seen that other findings of the unit name the same voucher. */
  confirmsSameVoucher: z.boolean().optional(),
});

export const reverseSettlementInput = z.strictObject({
  ...changes,
  settlementId: idOf("settlement"),
  /** The day the money went back. */
  settledOn: dayInput,
  note: neededProse,
});

export const attachEvidenceInput = z.strictObject({
  ...changes,
  fileId: idOf("file"),
  name,
  kind: code,
  eventOn: dayInput,
});
export const reportRectifiedInput = z.strictObject({ ...changes, remark: neededProse });
export const returnRectificationInput = z.strictObject({ ...changes, remark: neededProse });
export const returnRegistrationInput = z.strictObject({ ...changes, remark: neededProse });
export const closeInput = z.strictObject({ ...changes, remark: prose, checkedOnSite: z.boolean() });

export const DUE_FILTERS = ["all", "soon", "overdue", "unplanned"] as const;
export const SORT_FIELDS = ["dueOn", "foundFen", "discoveredOn", "number", "outstandingFen"] as const;
export const SORT_DIRECTIONS = ["asc", "desc"] as const;
export const GROUPINGS = ["city", "unit", "fundLine", "category", "kind", "status", "origin"] as const;

/** The extent of a unit: everything under it, its region's own level with the agencies there, or only that unit. */
export const UNIT_EXTENTS = ["subtree", "ownLevel", "ownUnit"] as const;

export const findingFilter = z.strictObject({
  unitCode: unitCode.nullable(),
  extent: choice(UNIT_EXTENTS),
  fundLines: z.array(code).max(CHOICES_MAX),
  categories: z.array(code).max(CHOICES_MAX),
  kinds: z.array(code).max(CHOICES_MAX),
  statuses: z.array(choice(FINDING_STATUSES)).max(FINDING_STATUSES.length),
  origins: z.array(choice(ORIGINS)).max(ORIGINS.length),
  due: choice(DUE_FILTERS),
  text: textInput({ min: 1, max: SEARCH_MAX }).nullable(),
  discoveredFrom: dayInput.nullable(),
  discoveredTo: dayInput.nullable(),
});
export type AskedFilter = z.input<typeof findingFilter>;

/** The filter with every finding under a unit; null: under the reader's own. */
export function everyFinding(under: string | null): AskedFilter {
  return {
    unitCode: under,
    extent: "subtree",
    fundLines: [],
    categories: [],
    kinds: [],
    statuses: [],
    origins: [],
    due: "all",
    text: null,
    discoveredFrom: null,
    discoveredTo: null,
  };
}

export const findingSort = z.strictObject({ by: choice(SORT_FIELDS), direction: choice(SORT_DIRECTIONS) });

export const listFindingsInput = pageInput.extend({ campaignId, filter: findingFilter, sort: findingSort });
export const sumFindingsInput = z.strictObject({
  campaignId,
  filter: findingFilter,
  groupBy: choice(GROUPINGS).nullable(),
});
export const getFindingInput = z.strictObject({ id: findingId });
export const findingsWorkInput = z.strictObject({ campaignId });

export type FindingFilter = z.output<typeof findingFilter>;
export type FindingSort = z.output<typeof findingSort>;
export type Grouping = (typeof GROUPINGS)[number];
