import { isMonth, type WorkItem } from "@anji/kernel";
import { reportLifecycle } from "@anji/reporting";
import { useNavigate } from "@tanstack/react-router";

/** Opens the page where the matter is dealt with. */
export function useOpenWork(): (item: WorkItem) => void {
  const navigate = useNavigate();
  return ({ subject, verb, title }) => {
    switch (subject.kind) {
      case "finding":
        return void navigate({ to: "/findings/$findingId", params: { findingId: subject.id } });
      case "report":
        if (verb === reportLifecycle.permissions.draft.key)
          return void navigate({ to: "/reports", search: { tab: isMonth(title) ? "monthly" : "summaries" } });
        return isMonth(title)
          ? void navigate({ to: "/reports/monthly/$reportId", params: { reportId: subject.id } })
          : void navigate({ to: "/reports/summaries/$summaryId", params: { summaryId: subject.id } });
      case "spotCheck":
        return void navigate({ to: "/checks", search: { open: subject.id } });
      case "selfCheck":
        return void navigate({ to: "/phase", search: { view: "selfChecks" } });
      case "implementingPlan":
        return void navigate({ to: "/phase", search: { view: "plans" } });
      case "waiver":
        return void navigate({ to: "/phase", search: { view: "waivers" } });
      case "campaign":
        return void navigate({ to: "/phase" });
      default:
        throw new Error(`nothing leads to a ${subject.kind}`);
    }
  };
}
