import { useTranslation } from "react-i18next";
import { dayText, instantText } from "../../../../../formats/days.ts";
import { usePlanNames } from "../../../../../frame/use-plan-names.ts";
import { EmptyState } from "../../../../../parts/EmptyState.tsx";
import { type Column, RowTable } from "../../../../../parts/RowTable.tsx";
import { StatusWord } from "../../../../../parts/StatusWord.tsx";
import { fileLink } from "../../../../../rpc/file-link.ts";
import styles from "../FindingDetail.module.css";
import type { Finding } from "../finding-types.ts";

type Evidence = Finding["evidence"][number];

export function EvidenceTab({ finding }: { finding: Finding }) {
  const { t, i18n } = useTranslation();
  const names = usePlanNames();
  const columns: Column<Evidence>[] = [
    {
      key: "name",
      title: t("findingDetail.evidence.name"),
      isWrapped: true,
      cell: (row) => <a href={fileLink(row.fileId)}>{row.name}</a>,
    },
    { key: "kind", title: t("findingDetail.evidence.kind"), cell: (row) => names.evidence(row.kind) },
    { key: "eventOn", title: t("findingDetail.evidence.eventOn"), cell: (row) => dayText(row.eventOn, i18n.language) },
    {
      key: "receivedAt",
      title: t("findingDetail.evidence.receivedAt"),
      isSecondary: true,
      cell: (row) => instantText(row.receivedAt, i18n.language),
    },
    {
      key: "uploadedBy",
      title: t("findingDetail.evidence.uploadedBy"),
      isSecondary: true,
      cell: (row) => row.uploadedBy,
    },
  ];
  return (
    <>
      {finding.evidenceRequired.length === 0 ? null : (
        <div className={styles["required"]}>
          <strong>{t("findingDetail.evidence.required")}</strong>
          {finding.evidenceRequired.map((one) => (
            <StatusWord
              key={one.kind}
              tone={one.isPresent ? "good" : "overdue"}
              shape={one.isPresent ? "check" : "cross"}
            >
              {names.evidence(one.kind)}
              <span className="visually-hidden">
                {one.isPresent ? t("findingDetail.evidence.present") : t("findingDetail.evidence.absent")}
              </span>
            </StatusWord>
          ))}
        </div>
      )}
      {finding.evidence.length === 0 ? (
        <EmptyState what={t("findingDetail.evidence.none")} />
      ) : (
        <div className={styles["bleed"]}>
          <RowTable
            caption={t("findingDetail.tabs.evidence")}
            columns={columns}
            rows={finding.evidence}
            rowKey={(row) => row.id}
          />
        </div>
      )}
    </>
  );
}
