import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { dayText, instantText } from "../../../formats/days.ts";
import { PageTitle } from "../../../parts/PageTitle.tsx";
import { StatusWord } from "../../../parts/StatusWord.tsx";
import type { Refused } from "../../../rpc/use-command.ts";
import { FiguresPanel } from "./FiguresPanel.tsx";
import { FilesPanel } from "./FilesPanel.tsx";
import { NarrativePanel } from "./NarrativePanel.tsx";
import { OpenFigureDrawer } from "./OpenFigureDrawer.tsx";
import styles from "./Report.module.css";
import type { MonthlyReport, OpenFigure, SummaryReport } from "./report-figures.ts";
import { RollForwardPanel } from "./RollForwardPanel.tsx";
import { isHandedIn, LATE_LOOK, REPORT_LOOKS } from "./report-looks.ts";
import { ChecksPanel, HistoryPanel, ReportLayout } from "./ReportSide.tsx";
import type { SaveState } from "./use-autosave.ts";

type ReportViewProps<Key extends string> = {
  report: MonthlyReport | SummaryReport;
  title: string;
  /** Back to the list of its kind. */
  back: ReactNode;
  acts: ReactNode;
  boxes: readonly { key: Key; title: string }[];
  text: {
    texts: Readonly<Record<Key, string>>;
    state: SaveState;
    isOpen: boolean;
    refused: Refused | null;
    change: (key: Key, text: string) => void;
  };
  /** What its kind has besides the boxes. */
  children?: ReactNode;
};

/** What both kinds of report show: where it is, its figures, its text, its checks, files and history. */
export function ReportView<Key extends string>(props: ReportViewProps<Key>) {
  const { report, title, back, acts, boxes, text, children } = props;
  const { t, i18n } = useTranslation();
  const [shown, setShown] = useState<OpenFigure | null>(null);
  const status = <StatusWord {...REPORT_LOOKS[report.status]}>{t(`reports.statuses.${report.status}`)}</StatusWord>;
  const facts = [
    { label: null, value: status },
    { label: t("reports.page.frozen"), value: instantText(report.cutOffAt, i18n.language) },
    { label: null, value: t("reports.monthly.dueOn", { day: dayText(report.dueOn, i18n.language) }) },
    ...(report.isLate
      ? [{ label: null, value: <StatusWord {...LATE_LOOK}>{t("reports.monthly.late")}</StatusWord> }]
      : []),
  ];
  return (
    <>
      <PageTitle title={title} facts={facts}>
        {back}
      </PageTitle>
      <ReportLayout
        side={
          <>
            {acts}
            {text.isOpen || report.checks.length > 0 ? <ChecksPanel checks={report.checks} /> : null}
            <FilesPanel report={report} />
            <HistoryPanel history={report.history} />
          </>
        }
      >
        {report.lastRemark === null || report.status !== "returned" ? null : (
          <p className={styles["returned"]}>
            <strong>{t("reports.page.returned")}</strong>　{report.lastRemark}
          </p>
        )}
        <FiguresPanel figures={report.figures} isMonth={report.kind === "monthly"} onOpen={setShown} />
        <RollForwardPanel report={report} />
        <NarrativePanel
          boxes={boxes}
          texts={text.texts}
          isOpen={text.isOpen}
          isHandedIn={isHandedIn(report.status)}
          state={text.state}
          refused={text.refused}
          onChange={text.change}
        >
          {children}
        </NarrativePanel>
      </ReportLayout>
      {shown === null ? null : <OpenFigureDrawer report={report} shown={shown} onClose={() => setShown(null)} />}
    </>
  );
}
