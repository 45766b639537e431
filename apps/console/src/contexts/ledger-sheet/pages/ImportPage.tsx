import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useScopeFacts } from "../../../frame/use-scope-facts.ts";
import { FileDrop } from "../../../parts/FileDrop.tsx";
import { PageTitle } from "../../../parts/PageTitle.tsx";
import { Panel } from "../../../parts/Panel.tsx";
import { StepLine } from "../../../parts/StepLine.tsx";
import { type UploadedFile, uploadFile } from "../../../rpc/upload.ts";
import { CheckedSheet } from "../parts/CheckedSheet.tsx";
import { ImportRun } from "../parts/ImportRun.tsx";
import styles from "./ImportPage.module.css";
import { TemplateButton } from "../parts/TemplateButton.tsx";

const route = getRouteApi("/frame/findings/import");
const STEPS = ["template", "upload", "check", "run", "result"] as const;

/** 导入: template, upload, check by cell, preview against the ledger, run in the background, result. */
export function ImportPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const facts = useScopeFacts();
  const { run } = route.useSearch();
  const [file, setFile] = useState<UploadedFile | null>(null);
  const [isDone, setDone] = useState(false);
  const step = run === undefined ? (file === null ? 1 : 2) : isDone ? 4 : 3;

  function startOver(): void {
    setFile(null);
    setDone(false);
    void navigate({ to: "/findings/import", search: {} });
  }

  return (
    <>
      <PageTitle title={t("sheet.title")} facts={facts} />
      <StepLine label={t("sheet.title")} steps={STEPS.map((one) => t(`sheet.steps.${one}`))} at={step} />
      <div className={styles["stages"]}>
        {run === undefined ? (
          <>
            <Panel title={t("sheet.steps.upload")} note={t("sheet.templateNote")} aside={<TemplateButton />} isPadded>
              <FileDrop label={t("sheet.choose")} accept=".xlsx" upload={uploadFile} stored={file} onStored={setFile} />
            </Panel>
            {file === null ? null : (
              <CheckedSheet
                key={file.fileId}
                fileId={file.fileId}
                onStarted={(id) => void navigate({ to: "/findings/import", search: { run: id } })}
              />
            )}
          </>
        ) : (
          <ImportRun key={run} importId={run} onDone={() => setDone(true)} onAgain={startOver} />
        )}
      </div>
    </>
  );
}
