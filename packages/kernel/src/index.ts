export type { DayOffNotice } from "./calendar/day-off-notices.ts";
export { LOCALES, ROLES, whyNotAllowed, type Actor, type Locale, type Permission, type Role } from "./actor.ts";
export { assertNever } from "./assert-never.ts";
export {
  addDays,
  addMonths,
  compareDays,
  dayInMonth,
  dayOf,
  daysBetween,
  dayText,
  instantText,
  isDay,
  isMonth,
  knownDay,
  monthEnd,
  monthOf,
  monthStart,
  monthText,
  parseDay,
  parseMonth,
  weekday,
  weekdayText,
  type Day,
  type Month,
} from "./day.ts";
export { amountFen, fen, fenCodec, FEN_MAX, fenWire, subtractFen, sumFen, ZERO_FEN, type Fen } from "./fen.ts";
export { commandId, expectedVersion, idOf, newId, type CommandId, type Id } from "./ids.ts";
export {
  choice,
  dayInput,
  LARGEST_PAGE,
  localeInput,
  monthInput,
  occurrenceInput,
  pageInput,
  textInput,
  unitCode,
} from "./inputs.ts";
export {
  codeOfPath,
  isWithin,
  levelOfPath,
  LEVELS,
  parentPath,
  pathOfCode,
  regionPath,
  scopeEnd,
  type Level,
  type RegionPath,
} from "./level.ts";
export {
  type ActRow,
  type AnyStateMachine,
  type BeginningOf,
  type CaseActor,
  type Condition,
  type EventOf,
  type Lifecycle,
  lifecycle,
  type Question,
} from "./lifecycle.ts";
export { mistakesOf } from "./mistakes.ts";
export {
  capitals,
  needsRoundingNote,
  parseWan,
  parseYuan,
  proseText,
  wanExact,
  wanText,
  yiText,
  yuanText,
} from "./money.ts";
export {
  compareOccurrences,
  earliestDay,
  latestDay,
  occurrenceText,
  parseOccurrence,
  PRECISIONS,
  readOccurrence,
  type Occurrence,
  type Precision,
} from "./occurrence.ts";
export { halfWidth, read, unread, type Reading } from "./read.ts";
export {
  at,
  invalid,
  refusal,
  REFUSAL_CODES,
  RefusalError,
  refuse,
  refuseAt,
  refuseIf,
  type FieldMistake,
  type Refusal,
  type RefusalCode,
  type RefusalParams,
} from "./refusal.ts";
export { requiredOr } from "./required.ts";
export { kernelRules, RULE_ABOUT, ruleMessage, type Rule, type RuleAbout, type RuleBook } from "./rules.ts";
export {
  BATCH_SIZE_MAX,
  PAGE_PERSON_FIELD,
  PAGE_PERSON_HEADER,
  LINK_CHARACTERS_MAX,
  refusalOfAnswer,
  refusalOfBody,
  type WireFieldMistake,
  type WireRefusal,
} from "./wire.ts";
export { WORK_GROUPS, type WorkGroup, type WorkItem } from "./work.ts";
export {
  chinaCalendar,
  deadline,
  DUE_STATES,
  dueState,
  isWorkingDay,
  workCalendar,
  type Deadline,
  type DueState,
  type WorkCalendar,
} from "./working-days.ts";
