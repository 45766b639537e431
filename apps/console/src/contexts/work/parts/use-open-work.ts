import type { WorkItem } from "@anji/kernel";
import { useNavigate } from "@tanstack/react-router";
import { useContributions } from "../../../frame/use-contributions.ts";

/** Opens the page where the matter is dealt with. */
export function useOpenWork(): (item: WorkItem) => void {
  const navigate = useNavigate();
  const { subjects } = useContributions().work;
  return (item) => {
    const place = subjects[item.subject.kind]?.place(item);
    if (place !== undefined) void navigate(place);
  };
}
