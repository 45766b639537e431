import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../frame/use-frame.ts";
import { failureText } from "../../../rpc/failure-text.ts";
import { downloadFile } from "../../../rpc/file-link.ts";
import { trpc } from "../../../rpc/trpc.ts";

/** The empty workbook that fits the campaign's plan. */
export function TemplateButton() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { campaign } = useFrame();
  const queries = useQueryClient();
  const [isMaking, setMaking] = useState(false);
  async function make(): Promise<void> {
    setMaking(true);
    try {
      downloadFile(await queries.fetchQuery(trpc.findings.sheets.template.queryOptions({ campaignId: campaign.id })));
    } catch (error) {
      void message.error(failureText(error));
    } finally {
      setMaking(false);
    }
  }
  return (
    <Button loading={isMaking} onClick={() => void make()}>
      {t("sheet.template")}
    </Button>
  );
}
