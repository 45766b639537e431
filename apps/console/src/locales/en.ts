import { checks } from "../contexts/inspection/words.en.ts";
import { findingActs, findingDetail } from "../contexts/findings/finding-words.en.ts";
import { findings, registerForm } from "../contexts/findings/words.en.ts";
import { frame } from "../frame/words.en.ts";
import { gates, phasePage, phases } from "../contexts/campaign/words.en.ts";
import { reports } from "../contexts/reporting/words.en.ts";
import { sheet } from "../contexts/ledger-sheet/words.en.ts";
import { signIn, system } from "../contexts/jurisdictions/words.en.ts";
import { acts, amounts, due, fields, levels, money, roles, states } from "../parts/words.en.ts";
import { work } from "../contexts/work/words.en.ts";

/** The second language of the console. */
export const en = {
  acts,
  amounts,
  checks,
  due,
  fields,
  findingActs,
  findingDetail,
  findings,
  frame,
  gates,
  levels,
  money,
  phasePage,
  phases,
  registerForm,
  reports,
  roles,
  sheet,
  signIn,
  states,
  system,
  work,
} as const;
