import { type AskedFilter, findingsPermissions } from "@anji/findings";
import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../frame/use-frame.ts";
import { downloadFile } from "../../../rpc/file-link.ts";
import { type Inputs, trpc } from "../../../rpc/trpc.ts";
import { useCommand } from "../../../rpc/use-command.ts";
import { ExportProgress } from "./ExportProgress.tsx";

type Sort = Inputs["findings"]["sheets"]["export"]["sort"];

/** The current view as a workbook that can be imported again. */
export function ExportButton({ filter, sort, count }: { filter: AskedFilter; sort: Sort; count: number | null }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { campaign, may } = useFrame();
  const making = useCommand(trpc.findings.sheets.export.mutationOptions());
  if (!may(findingsPermissions.makeSheet)) return null;
  async function make(): Promise<void> {
    const made = await making.attempt({ campaignId: campaign.id, filter, sort });
    if (made.outcome !== "done") return void message.error(made.message);
    downloadFile(made.answer);
    void message.success(t("findings.exported"));
  }
  return (
    <>
      <Button loading={making.isSending} onClick={() => void make()}>
        {making.isSending ? t("findings.exporting") : t("findings.export")}
      </Button>
      {making.isSending ? <ExportProgress count={count} /> : null}
    </>
  );
}
