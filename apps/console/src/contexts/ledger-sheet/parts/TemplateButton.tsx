import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../frame/use-frame.ts";
import { downloadFile } from "../../../rpc/file-link.ts";
import { trpc } from "../../../rpc/trpc.ts";
import { useCommand } from "../../../rpc/use-command.ts";

/** The empty workbook that fits the campaign's plan. */
export function TemplateButton() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { campaign } = useFrame();
  const making = useCommand(trpc.ledgerSheet.template.mutationOptions());
  async function make(): Promise<void> {
    const made = await making.attempt({ campaignId: campaign.id });
    if (made.outcome === "done") downloadFile(made.answer);
    else void message.error(made.message);
  }
  return (
    <Button loading={making.isSending} onClick={() => void make()}>
      {t("sheet.template")}
    </Button>
  );
}
