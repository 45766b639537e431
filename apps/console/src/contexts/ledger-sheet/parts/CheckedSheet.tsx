import { refusalOfAnswer } from "@anji/kernel";
import { CONFLICT_CHOICES, type ConflictChoice, type SheetRowState } from "@anji/ledger-sheet";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { App, Button, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../frame/use-frame.ts";
import { ActButton } from "../../../parts/ActButton.tsx";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { Panel } from "../../../parts/Panel.tsx";
import { ProgressLine } from "../../../parts/ProgressLine.tsx";
import { RefusalNotice } from "../../../parts/RefusalNotice.tsx";
import { SheetTable } from "../../../parts/SheetTable.tsx";
import { StatusWord } from "../../../parts/StatusWord.tsx";
import { failureText } from "../../../rpc/failure-text.ts";
import { downloadFile } from "../../../rpc/file-link.ts";
import { FROZEN } from "../../../rpc/frozen.ts";
import { trpc } from "../../../rpc/trpc.ts";
import { useCommand } from "../../../rpc/use-command.ts";
import styles from "../pages/ImportPage.module.css";
import { SheetPreview } from "./SheetPreview.tsx";
import type { SheetCheck } from "./sheet-check.ts";

/** A dry run: the mistakes by cell, or what the import would do. Nothing is written. */
export function CheckedSheet({ fileId, onStarted }: { fileId: string; onStarted: (importId: string) => void }) {
  const { t } = useTranslation();
  const { campaign } = useFrame();
  const [shown, setShown] = useState<SheetRowState | null>(null);
  const check = useQuery({
    ...trpc.ledgerSheet.dryRun.queryOptions({
      campaignId: campaign.id,
      fileId,
      ...(shown === null ? {} : { state: shown }),
    }),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
    meta: FROZEN,
  });
  if (check.isPending)
    return (
      <Panel title={t("sheet.steps.check")} isPadded>
        <ProgressLine label={t("sheet.checking")} done={0} total={null} />
      </Panel>
    );
  const refusal = refusalOfAnswer(check.error);
  if (check.isError && refusal !== null) return <RefusedFile message={refusal.message} />;
  if (check.isError)
    return (
      <ErrorState
        what={t("sheet.steps.check")}
        message={failureText(check.error)}
        onRetry={() => void check.refetch()}
      />
    );
  return (
    <>
      {check.data.mistakes.length === 0 ? null : <Mistakes fileId={fileId} check={check.data} />}
      {check.data.mistakeCount === 0 ? (
        <Preview
          fileId={fileId}
          check={check.data}
          rows={{ shown, isAsking: check.isPlaceholderData, onShow: setShown }}
          onStarted={onStarted}
        />
      ) : null}
    </>
  );
}

/** A file that cannot be read as a list at all: only another file helps. */
function RefusedFile({ message }: { message: string }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("sheet.steps.check")} isPadded>
      <RefusalNotice message={message} others={[]}>
        <p>{t("sheet.otherFile")}</p>
      </RefusalNotice>
    </Panel>
  );
}

function Mistakes({ fileId, check }: { fileId: string; check: SheetCheck }) {
  const { t } = useTranslation();
  const { campaign } = useFrame();
  const annotate = useCommand(trpc.ledgerSheet.annotated.mutationOptions());
  const { message } = App.useApp();
  const { mistakes, mistakeCount: errors, warningCount: warnings } = check;
  async function download(): Promise<void> {
    const made = await annotate.attempt({ campaignId: campaign.id, fileId });
    if (made.outcome === "done") downloadFile(made.answer);
    else void message.error(made.message);
  }
  return (
    <Panel
      title={t("sheet.steps.check")}
      aside={
        <Button loading={annotate.isSending} onClick={() => void download()}>
          {t("sheet.annotated")}
        </Button>
      }
    >
      <div className={styles["counts"]}>
        {errors === 0 ? null : (
          <StatusWord tone="overdue" shape="cross">
            {t("sheet.mistakes", { n: errors })}
          </StatusWord>
        )}
        {warnings === 0 ? null : (
          <StatusWord tone="soon" shape="triangle">
            {t("sheet.warnings", { n: warnings })}
          </StatusWord>
        )}
        {mistakes.length === errors + warnings ? null : (
          <strong>{t("sheet.mistakesShown", { n: mistakes.length, all: errors + warnings })}</strong>
        )}
      </div>
      <SheetTable mistakes={mistakes.map((mistake) => ({ ...mistake, isWarning: mistake.severity !== "error" }))} />
    </Panel>
  );
}

type PreviewProps = {
  fileId: string;
  check: SheetCheck;
  rows: { shown: SheetRowState | null; isAsking: boolean; onShow: (state: SheetRowState | null) => void };
  onStarted: (importId: string) => void;
};

function Preview({ fileId, check, rows, onStarted }: PreviewProps) {
  const { t } = useTranslation();
  const { campaign } = useFrame();
  const [onConflict, setOnConflict] = useState<ConflictChoice>("stop");
  const start = useCommand(trpc.ledgerSheet.startImport.mutationOptions());
  const differing = check.counts.changed + check.counts.conflict;
  const writes = check.counts.new + (onConflict === "replace" ? differing : 0);
  const whyNot =
    differing > 0 && onConflict === "stop"
      ? t("sheet.chooseFirst", { n: differing })
      : writes === 0
        ? t("sheet.nothingToImport")
        : null;
  async function send(): Promise<void> {
    const started = await start.send({ campaignId: campaign.id, fileId, onConflict });
    if (started !== null) onStarted(started.importId);
  }
  return (
    <Panel
      title={t("sheet.preview")}
      aside={
        <StatusWord tone="good" shape="check">
          {t("sheet.clean")}
        </StatusWord>
      }
    >
      <SheetPreview check={check} {...rows} />
      <div className={styles["start"]}>
        {differing === 0 ? (
          <span />
        ) : (
          <div className={styles["choice"]} role="group" aria-label={t("sheet.onConflict")}>
            <span>{t("sheet.onConflict")}</span>
            <Radio.Group
              value={onConflict}
              options={CONFLICT_CHOICES.map((value) => ({ value, label: t(`sheet.onConflictChoices.${value}`) }))}
              onChange={(event) => setOnConflict(CONFLICT_CHOICES.find((one) => one === event.target.value) ?? "stop")}
            />
          </div>
        )}
        <ActButton
          label={t("sheet.start", { n: writes })}
          whyNot={whyNot}
          isPrimary
          isBusy={start.isSending}
          onAct={() => void send()}
        />
      </div>
      {start.refused === null ? null : (
        <div className={styles["padded"]}>
          <RefusalNotice message={start.refused.message} others={[]} />
        </div>
      )}
    </Panel>
  );
}
