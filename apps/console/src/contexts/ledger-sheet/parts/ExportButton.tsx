import { ledgerSheetPermissions } from "@anji/ledger-sheet";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../frame/use-frame.ts";
import { downloadFile } from "../../../rpc/file-link.ts";
import { trpc } from "../../../rpc/trpc.ts";
import { useCommand } from "../../../rpc/use-command.ts";
import { filterOf, sortOf } from "../../findings/search.ts";
import { ExportProgress } from "./ExportProgress.tsx";

const ledger = getRouteApi("/frame/findings");

/** The current view as a workbook that can be imported again. */
export function ExportButton() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { campaign, unitCode, may } = useFrame();
  const search = ledger.useSearch();
  const filter = filterOf(search, unitCode);
  const making = useCommand(trpc.ledgerSheet.export.mutationOptions());
  if (!may(ledgerSheetPermissions.makeSheet)) return null;
  async function make(): Promise<void> {
    const made = await making.attempt({ campaignId: campaign.id, filter, sort: sortOf(search) });
    if (made.outcome !== "done") return void message.error(made.message);
    downloadFile(made.answer);
    void message.success(t("sheet.export.done"));
  }
  return (
    <>
      <Button loading={making.isSending} onClick={() => void make()}>
        {making.isSending ? t("sheet.export.running") : t("sheet.export.act")}
      </Button>
      {making.isSending ? <CountedProgress /> : null}
    </>
  );
}

/** The number of findings in the export, already counted by the ledger beside it. */
function CountedProgress() {
  const { campaign, unitCode } = useFrame();
  const search = ledger.useSearch();
  const sums = useQuery({
    ...trpc.findings.sums.queryOptions({
      campaignId: campaign.id,
      filter: filterOf(search, unitCode),
      groupBy: search.group ?? null,
    }),
    enabled: false,
  });
  return <ExportProgress count={sums.data?.total.count ?? null} />;
}
