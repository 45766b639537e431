import { checks } from "./checks.ts";
import { findingActs, findingDetail } from "./finding.ts";
import { findings, registerForm } from "./findings.ts";
import { frame } from "./frame.ts";
import { gates, phasePage, phases } from "./phases.ts";
import { reports } from "./reports.ts";
import { sheet } from "./sheet.ts";
import { signIn, system } from "./system.ts";
import { acts, amounts, due, fields, levels, money, roles, states } from "./words.ts";
import { work } from "./work.ts";

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
