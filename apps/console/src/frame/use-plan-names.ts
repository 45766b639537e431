import { category, fundLine, kind } from "@anji/campaign";
import { useFrame } from "./use-frame.ts";

/** The campaign plan's own names for its codes. */
export function usePlanNames() {
  const { plan } = useFrame().campaign;
  return {
    fund: (code: string) => fundLine(plan, code)?.name ?? code,
    fundShort: (code: string) => fundLine(plan, code)?.shortName ?? code,
    category: (code: string) => category(plan, code)?.name ?? code,
    kind: (code: string) => kind(plan, code)?.name ?? code,
    evidence: (code: string) => plan.evidenceKinds.find((one) => one.code === code)?.name ?? code,
  };
}
