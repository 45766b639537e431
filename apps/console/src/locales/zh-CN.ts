import { checks } from "../contexts/inspection/words.zh-CN.ts";
import { findingActs, findingDetail } from "../contexts/findings/finding-words.zh-CN.ts";
import { findings, registerForm } from "../contexts/findings/words.zh-CN.ts";
import { frame } from "../frame/words.zh-CN.ts";
import { gates, phasePage, phases } from "../contexts/campaign/words.zh-CN.ts";
import { reports } from "../contexts/reporting/words.zh-CN.ts";
import { sheet } from "../contexts/ledger-sheet/words.zh-CN.ts";
import { signIn, system } from "../contexts/jurisdictions/words.zh-CN.ts";
import { acts, amounts, due, fields, levels, money, roles, states } from "../parts/words.zh-CN.ts";
import { work } from "../contexts/work/words.zh-CN.ts";

/** The source text of the console. */
export const zhCN = {
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
