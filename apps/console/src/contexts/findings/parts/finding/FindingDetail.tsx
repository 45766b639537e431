import { useQuery } from "@tanstack/react-query";
import { Tabs } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../../../parts/ErrorState.tsx";
import { RowSkeleton } from "../../../../parts/RowSkeleton.tsx";
import { failureText } from "../../../../rpc/failure-text.ts";
import { trpc } from "../../../../rpc/trpc.ts";
import styles from "./FindingDetail.module.css";
import { FindingActs } from "./FindingActs.tsx";
import { FindingHead } from "./FindingHead.tsx";
import { ReturnedNotice } from "./ReturnedNotice.tsx";
import type { Finding } from "./finding-types.ts";
import { AcceptanceTab } from "./tabs/AcceptanceTab.tsx";
import { EvidenceTab } from "./tabs/EvidenceTab.tsx";
import { MoneyTab } from "./tabs/MoneyTab.tsx";
import { ProblemTab } from "./tabs/ProblemTab.tsx";
import { RectificationTab } from "./tabs/RectificationTab.tsx";
import { TrailTab } from "./tabs/TrailTab.tsx";

/** 问题详情: state line, money, the next lawful act, and a tab for each part with something in it. */
export function FindingDetail({ id }: { id: string }) {
  const { t } = useTranslation();
  const finding = useQuery(trpc.findings.get.queryOptions({ id }));
  if (finding.isPending) return <RowSkeleton rows={6} lines={3} />;
  if (finding.data === undefined)
    return (
      <ErrorState
        what={t("findings.detail")}
        message={failureText(finding.error)}
        onRetry={() => void finding.refetch()}
      />
    );
  return (
    <article className={styles["detail"]}>
      <ReturnedNotice finding={finding.data} />
      <FindingHead finding={finding.data} />
      <FindingActs finding={finding.data} />
      <FindingTabs finding={finding.data} />
    </article>
  );
}

function FindingTabs({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const tab = (
    key: "problem" | "rectification" | "money" | "evidence" | "acceptance" | "trail",
    children: ReactNode,
  ) => ({
    key,
    label: t(`findingDetail.tabs.${key}`),
    children,
  });
  const isClassified = finding.nature !== null;
  const isReported = finding.events.some((event) => event.event === "reportRectified");
  const items = [
    tab("problem", <ProblemTab finding={finding} />),
    ...(isClassified ? [tab("rectification", <RectificationTab finding={finding} />)] : []),
    tab("money", <MoneyTab finding={finding} />),
    ...(finding.evidence.length > 0 || finding.evidenceRequired.length > 0
      ? [tab("evidence", <EvidenceTab finding={finding} />)]
      : []),
    ...(isReported ? [tab("acceptance", <AcceptanceTab finding={finding} />)] : []),
    tab("trail", <TrailTab finding={finding} />),
  ];
  return <Tabs items={items} />;
}
