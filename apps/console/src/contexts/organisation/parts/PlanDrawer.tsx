import { useQuery } from "@tanstack/react-query";
import { Button, Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dayText, instantText } from "../../../formats/days.ts";
import { useFrame } from "../../../frame/use-frame.ts";
import { Chip, ChipRow } from "../../../parts/Chip.tsx";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { RowSkeleton } from "../../../parts/RowSkeleton.tsx";
import { TextSections } from "../../../parts/TextSections.tsx";
import { failureText } from "../../../rpc/failure-text.ts";
import { fileLink } from "../../../rpc/file-link.ts";
import { trpc } from "../../../rpc/trpc.ts";
import { PlanActs } from "./PlanActs.tsx";
import { PLAN_SECTIONS, type Plan } from "./plan.ts";
import styles from "./Drawer.module.css";

const WIDTH = 640;

type PlanDrawerProps = { unitCode: string; unitName: string; onRevise: (() => void) | null; onClose: () => void };

/** A unit's plan in force, and every earlier version. */
export function PlanDrawer({ unitCode, unitName, onRevise, onClose }: PlanDrawerProps) {
  const { t } = useTranslation();
  const { campaign } = useFrame();
  const [version, setVersion] = useState<number | null>(null);
  const versions = useQuery(
    trpc.organisation.implementingPlans.versions.queryOptions({ campaignId: campaign.id, unitCode }),
  );
  const items = versions.data?.items ?? [];
  const shown = items.find((plan) => plan.version === version) ?? items[0];
  return (
    <Drawer open size={WIDTH} title={shown?.title ?? t("plans.title")} extra={unitName} onClose={onClose}>
      {versions.isPending ? <RowSkeleton rows={4} lines={2} /> : null}
      {versions.isError ? (
        <ErrorState
          what={t("plans.title")}
          message={failureText(versions.error)}
          onRetry={() => void versions.refetch()}
        />
      ) : null}
      {items.length < 2 ? null : (
        <ChipRow label={t("plans.versions")}>
          {items.map((plan, at) => (
            <Chip key={plan.id} isOn={plan === shown} count={null} onToggle={() => setVersion(plan.version)}>
              {t(at === 0 ? "plans.inForce" : "plans.versionNo", { n: plan.version })}
            </Chip>
          ))}
        </ChipRow>
      )}
      {shown === undefined ? null : (
        <>
          <PlanText plan={shown} />
          <PlanActs plan={shown} />
        </>
      )}
      {onRevise === null || shown === undefined || shown !== items[0] ? null : (
        <div className={styles["foot"]}>
          <Button onClick={onRevise}>{t("plans.revise")}</Button>
        </div>
      )}
    </Drawer>
  );
}

function PlanText({ plan }: { plan: Plan }) {
  const { t, i18n } = useTranslation();
  const facts = [
    [t("fields.documentNo"), plan.documentNo],
    [t("plans.filedOn"), dayText(plan.filedOn, i18n.language)],
    [t("plans.filedBy"), plan.filedBy],
    [t("plans.filedAt"), instantText(plan.filedAt, i18n.language)],
    ...(plan.decision === null
      ? []
      : [
          [
            t("plans.state"),
            t("plans.decidedBy", {
              state: t(`plans.states.${plan.decision.decision}`),
              by: plan.decision.by,
              at: instantText(plan.decision.at, i18n.language),
            }),
          ],
          ...(plan.decision.remark === "" ? [] : [[t("plans.remark"), plan.decision.remark]]),
        ]),
    ...plan.receipts.map((one) => [
      t("plans.receipts"),
      t("plans.receiptOf", { unit: one.unitName, by: one.by, at: instantText(one.at, i18n.language) }),
    ]),
    ...(plan.reason === null ? [] : [[t("plans.reviseReason"), plan.reason]]),
  ];
  return (
    <>
      <dl className={styles["facts"]}>
        {facts.map(([label, value]) => (
          <div key={`${label} ${value}`}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <TextSections sections={PLAN_SECTIONS.map((key) => ({ title: t(`plans.${key}`), text: plan[key] }))} />
      <a href={fileLink(plan.fileId)}>{t("acts.download")}</a>
    </>
  );
}
