import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { instantText } from "../../../formats/days.ts";
import { useFrame } from "../../../frame/use-frame.ts";
import { ActButton } from "../../../parts/ActButton.tsx";
import { EmptyState } from "../../../parts/EmptyState.tsx";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { Panel } from "../../../parts/Panel.tsx";
import { RowSkeleton } from "../../../parts/RowSkeleton.tsx";
import { failureText } from "../../../rpc/failure-text.ts";
import { trpc } from "../../../rpc/trpc.ts";
import { AnswerDialog } from "./AnswerDialog.tsx";
import { Legend } from "./Legend.tsx";
import { MatrixTable } from "./MatrixTable.tsx";
import styles from "./SelfChecks.module.css";
import type { Matrix, PartAct } from "./self-check.ts";
import { ReturnDialog, SignPartDialog, SignUnitDialog } from "./SignDialogs.tsx";

/** 部门 × 基金项目 × 问题类别 of one unit, and the promise it signs. */
export function UnitMatrix({ unitCode }: { unitCode: string }) {
  const { t } = useTranslation();
  const { campaign } = useFrame();
  const [open, setOpen] = useState<PartAct | "unit" | null>(null);
  const matrix = useQuery(trpc.selfChecks.matrix.queryOptions({ campaignId: campaign.id, unitCode }));
  if (matrix.isPending) return <RowSkeleton rows={5} lines={2} />;
  if (matrix.isError)
    return (
      <ErrorState
        what={t("selfChecks.title")}
        message={failureText(matrix.error)}
        onRetry={() => void matrix.refetch()}
      />
    );
  const { data } = matrix;
  const cells = data.declarants.flatMap((one) => one.cells);
  const answered = cells.filter((cell) => cell.answer !== null).length;
  const close = () => setOpen(null);
  return (
    <>
      <Panel
        title={t("selfChecks.matrix", { unit: data.unitName })}
        note={t("selfChecks.progress", { answered, unanswered: cells.length - answered })}
        aside={<Legend />}
      >
        {data.declarants.length === 0 ? (
          <EmptyState what={t("selfChecks.nobodyOwes")} />
        ) : (
          <MatrixTable matrix={data} onAct={setOpen} />
        )}
      </Panel>
      {data.declarants.length === 0 ? null : <PromisePanel matrix={data} onSign={() => setOpen("unit")} />}
      {open === "unit" ? <SignUnitDialog matrix={data} onClose={close} /> : null}
      {open !== null && open !== "unit" ? <PartDialog open={open} matrix={data} onClose={close} /> : null}
    </>
  );
}

function PartDialog({ open, matrix, onClose }: { open: PartAct; matrix: Matrix; onClose: () => void }) {
  const { act, part } = open;
  switch (act) {
    case "answer":
      return <AnswerDialog part={part} matrix={matrix} onClose={onClose} />;
    case "sign":
      return <SignPartDialog part={part} matrix={matrix} onClose={onClose} />;
    case "return":
      return <ReturnDialog part={part} onClose={onClose} />;
  }
}

/** 自查结果承诺书: the promise, who signed it, and what still keeps the unit from signing. */
function PromisePanel({ matrix, onSign }: { matrix: Matrix; onSign: () => void }) {
  const { t, i18n } = useTranslation();
  const { signature } = matrix;
  return (
    <Panel title={t("selfChecks.promise")} isPadded>
      <p className={styles["promise"]}>{matrix.promise}</p>
      {signature === null ? null : (
        <p className={matrix.isSigned ? undefined : styles["voided"]}>
          {t(matrix.isSigned ? "selfChecks.signedBy" : "selfChecks.voided", {
            version: signature.version,
            head: signature.head,
            name: signature.signedBy,
            on: instantText(signature.signedAt, i18n.language),
          })}
          {signature.isLate ? ` ${t("selfChecks.late")}` : ""}
        </p>
      )}
      <ActButton
        label={t("selfChecks.signUnit")}
        whyNot={matrix.whyNotSign?.message ?? null}
        isPrimary
        onAct={onSign}
      />
      <ul className={styles["after"]}>
        {(["locks", "unreportedMark", "lateMark"] as const).map((one) => (
          <li key={one}>{t(`selfChecks.after.${one}`)}</li>
        ))}
      </ul>
    </Panel>
  );
}
