import { assertNever, type WorkItem } from "@anji/kernel";
import { reportingPermissions } from "@anji/reporting";
import { useNavigate } from "@tanstack/react-router";

/** Opens the page where the matter is dealt with. */
export function useOpenWork(): (item: WorkItem) => void {
  const navigate = useNavigate();
  return ({ subject, verb }) => {
    switch (subject.kind) {
      case "finding":
        return void navigate({ to: "/findings/$findingId", params: { findingId: subject.id } });
      case "monthlyReport":
        if (verb === reportingPermissions.draftMonthly.key)
          return void navigate({ to: "/reports", search: { tab: "monthly" } });
        return void navigate({ to: "/reports/monthly/$reportId", params: { reportId: subject.id } });
      case "summaryReport":
        if (verb === reportingPermissions.draftSummary.key)
          return void navigate({ to: "/reports", search: { tab: "summaries" } });
        return void navigate({ to: "/reports/summaries/$summaryId", params: { summaryId: subject.id } });
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
        return assertNever(subject.kind);
    }
  };
}
