import { levelOfPath, pathOfCode } from "@anji/kernel";
import { useTranslation } from "react-i18next";
import { StatusWord } from "../../../parts/StatusWord.tsx";
import type { Plan } from "./plan.ts";

const LOOKS = {
  filed: { tone: "soon", shape: "arrow" },
  issuing: { tone: "soon", shape: "arrow" },
  own: { tone: "good", shape: "check" },
  accepted: { tone: "good", shape: "check" },
  returned: { tone: "overdue", shape: "cross" },
  issued: { tone: "good", shape: "check" },
} as const;

/** Without a decision a city's plan waits for the province, the province's for its issue, a county's for nobody. */
export function planStateOf({ unitCode, decision }: Pick<Plan, "unitCode" | "decision">): keyof typeof LOOKS {
  if (decision !== null) return decision.decision;
  const level = levelOfPath(pathOfCode(unitCode));
  return level === "city" ? "filed" : level === "province" ? "issuing" : "own";
}

export function PlanStateWord({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const state = planStateOf(plan);
  return <StatusWord {...LOOKS[state]}>{t(`plans.states.${state}`)}</StatusWord>;
}
