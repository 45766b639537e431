import { useTranslation } from "react-i18next";
import { dayText, occurrenceText } from "../../../../../formats/days.ts";
import { usePlanNames } from "../../../../../frame/use-plan-names.ts";
import { Money } from "../../../../../parts/Money.tsx";
import { type Column, RowTable } from "../../../../../parts/RowTable.tsx";
import styles from "../FindingDetail.module.css";
import type { Finding } from "../finding-types.ts";
import { FieldList } from "./FieldList.tsx";

type Line = Finding["lines"][number];

export function ProblemTab({ finding }: { finding: Finding }) {
  const { t, i18n } = useTranslation();
  const names = usePlanNames();
  const columns: Column<Line>[] = [
    {
      key: "line",
      title: t("findingDetail.problem.lines"),
      cell: (line) => t("findingDetail.problem.line", { n: line.lineNo }),
    },
    { key: "fund", title: t("findings.fundLine"), cell: (line) => names.fundShort(line.fundLine) },
    { key: "kind", title: t("findings.kind"), isWrapped: true, cell: (line) => names.kind(line.kind) },
    { key: "found", title: t("amounts.found"), align: "end", cell: (line) => <Money fen={line.foundFen} /> },
    {
      key: "outstanding",
      title: t("amounts.outstanding"),
      align: "end",
      cell: (line) => <Money fen={line.outstandingFen} />,
    },
  ];
  return (
    <>
      <FieldList
        fields={[
          {
            label: t("findingDetail.problem.occurrence"),
            value: occurrenceText(finding.occurrence.text, i18n.language),
          },
          { label: t("findingDetail.problem.discoveredOn"), value: dayText(finding.discoveredOn, i18n.language) },
          { label: t("findings.origin"), value: t(`findings.origins.${finding.origin}`) },
          {
            label: t("findings.responsible"),
            value: [finding.responsibleUnit, finding.responsiblePerson].filter(Boolean).join("　"),
          },
          { label: t("findingDetail.problem.project"), value: finding.project },
          { label: t("findingDetail.problem.noticeNo"), value: finding.noticeNo },
          { label: t("findingDetail.problem.auditedBody"), value: finding.auditedBody },
          { label: t("findingDetail.problem.externalNo"), value: finding.externalNo },
          { label: t("findingDetail.problem.source"), value: finding.source },
          { label: t("findingDetail.problem.description"), value: finding.description, isWide: true },
          { label: t("findingDetail.problem.basis"), value: finding.basis, isWide: true },
          { label: t("findingDetail.problem.remark"), value: finding.remark, isWide: true },
        ]}
      />
      {finding.lines.length < 2 ? null : (
        <div className={styles["bleed"]}>
          <RowTable
            caption={t("findingDetail.problem.lines")}
            columns={columns}
            rows={finding.lines}
            rowKey={(line) => line.lineNo}
          />
        </div>
      )}
    </>
  );
}
