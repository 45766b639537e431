import { type Inputs, trpc } from "../../../rpc/trpc.ts";
import { useCommand } from "../../../rpc/use-command.ts";
import type { MonthlyReport, SummaryReport } from "./report-figures.ts";
import { useAutosave } from "./use-autosave.ts";
import { writtenBy } from "./written-by.ts";

type Written = Omit<Inputs["reporting"]["reports"]["write"], "commandId" | "id" | "version">;

/** The text of a report as it is typed, saved while it may be written. `contentOf` says what a write holds of it. */
export function useReportText<Text extends Readonly<Record<string, string>>>(
  report: MonthlyReport | SummaryReport,
  { saved, contentOf }: { saved: Text; contentOf: (texts: Text) => Written },
) {
  const { id, version } = report;
  const command = useCommand(trpc.reporting.reports.write.mutationOptions(), {
    queryKey: trpc.reporting.reports.get.queryKey(),
  });
  const isOpen = report.acts.some((act) => act.verb === "write" && act.whyNot === null);
  const drafted = useAutosave({
    saved,
    version,
    isOpen,
    write: async (texts, from) => writtenBy(await command.attempt({ id, version: from, ...contentOf(texts) })),
  });
  return { ...drafted, isOpen, refused: command.refused };
}
