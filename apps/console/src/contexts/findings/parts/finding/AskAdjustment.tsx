import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActButton } from "../../../../parts/ActButton.tsx";
import { trpc } from "../../../../rpc/trpc.ts";
import { AskAdjustmentDialog } from "./acts/AskAdjustmentDialog.tsx";
import type { Finding } from "./finding-types.ts";

/** 申请调整, where a kind is open to the reader; otherwise the reason, where it is not another person's case. */
export function AskAdjustment({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const askable = useQuery(trpc.adjustments.askable.queryOptions({ findingId: finding.id }));
  if (askable.data === undefined || !askable.data.some((one) => one.whyNot === null)) return null;
  return (
    <>
      <ActButton label={t("findingActs.adjust.act")} whyNot={null} isPrimary={false} onAct={() => setOpen(true)} />
      {isOpen ? <AskAdjustmentDialog finding={finding} askable={askable.data} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
