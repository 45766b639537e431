import { reportPermission } from "@anji/reporting";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { dayText, monthText } from "../../../../formats/days.ts";
import { useFrame } from "../../../../frame/use-frame.ts";
import { EmptyState } from "../../../../parts/EmptyState.tsx";
import { ErrorState } from "../../../../parts/ErrorState.tsx";
import { Panel } from "../../../../parts/Panel.tsx";
import { RefusalNotice } from "../../../../parts/RefusalNotice.tsx";
import { RowSkeleton } from "../../../../parts/RowSkeleton.tsx";
import { StatusWord } from "../../../../parts/StatusWord.tsx";
import { failureText } from "../../../../rpc/failure-text.ts";
import { trpc, type Outputs } from "../../../../rpc/trpc.ts";
import { useCommand } from "../../../../rpc/use-command.ts";
import { REPORT_LOOKS } from "../report-looks.ts";
import styles from "./MonthlyGrid.module.css";
import { OpenReports } from "./OpenReports.tsx";

type Item = Extract<Outputs["reporting"]["reports"]["list"]["items"][number], { kind: "monthly" }>;

/** Units × months: what each unit has reported, and one button that drafts a missing report. */
export function MonthlyGrid() {
  const { t, i18n } = useTranslation();
  const { campaign, unitCode } = useFrame();
  const list = useQuery(
    trpc.reporting.reports.list.queryOptions({ campaignId: campaign.id, kind: "monthly", unitCode, month: null }),
  );
  const navigate = useNavigate();
  const draft = useCommand(trpc.reporting.reports.draft.mutationOptions());
  if (list.isPending) return <RowSkeleton rows={8} lines={1} />;
  if (list.isError)
    return (
      <ErrorState
        what={t("reports.monthly.table")}
        message={failureText(list.error)}
        onRetry={() => void list.refetch()}
      />
    );
  const items = list.data.items.filter((item) => item.kind === "monthly");
  const months = [...new Set(items.map((item) => item.month))];
  const units = [...new Map(items.map((item) => [item.unitCode, item.unitName]))];
  const place = new Map(items.map((item) => [`${item.unitCode} ${item.month}`, item]));
  async function begin(item: Item): Promise<void> {
    const drafted = await draft.send({
      campaignId: campaign.id,
      kind: "monthly",
      unitCode: item.unitCode,
      month: item.month,
    });
    if (drafted !== null) await navigate({ to: "/reports/monthly/$reportId", params: { reportId: drafted.id } });
  }
  return (
    <Panel
      title={t("reports.monthly.title")}
      note={t("gates.quoted", { clause: t("reports.monthly.note") })}
      aside={t("reports.monthly.total", {
        received: items.filter((item) => item.status === "received").length,
        of: items.length,
      })}
    >
      {draft.refused === null ? null : <RefusalNotice message={draft.refused.message} others={[]} />}
      {items.length === 0 ? <EmptyState what={t("reports.monthly.empty")} /> : null}
      <OpenReports items={items} />
      {items.length === 0 ? null : (
        <div className={styles["frame"]} tabIndex={0} role="region" aria-label={t("reports.monthly.table")}>
          <table className={styles["grid"]}>
            <thead>
              <tr>
                <th scope="col">{t("fields.unit")}</th>
                {months.map((month) => (
                  <th key={month} scope="col">
                    {monthText(month, i18n.language)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {units.map(([code, name]) => (
                <tr key={code}>
                  <th scope="row">{name}</th>
                  {months.map((month) => {
                    const item = place.get(`${code} ${month}`);
                    return (
                      <td key={month}>
                        {item === undefined ? null : (
                          <GridCell item={item} isBusy={draft.isSending} onDraft={() => void begin(item)} />
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function GridCell({ item, isBusy, onDraft }: { item: Item; isBusy: boolean; onDraft: () => void }) {
  const { t, i18n } = useTranslation();
  const { campaign, me, may } = useFrame();
  const words = { unit: item.unitName, month: monthText(item.month, i18n.language) };
  const due = t("reports.monthly.dueOn", { day: dayText(item.dueOn, i18n.language) });
  const word = t(`reports.statuses.${item.status}`);
  const status = item.isLate ? t("reports.monthly.lateOf", { status: word }) : word;
  if (item.id !== null)
    return (
      <Link
        to="/reports/monthly/$reportId"
        params={{ reportId: item.id }}
        aria-label={t("reports.monthly.open", { ...words, status })}
        title={due}
      >
        <StatusWord {...REPORT_LOOKS[item.status]}>{item.isNil ? t("reports.monthly.nil") : status}</StatusWord>
      </Link>
    );
  if (campaign.phase !== "ended" && item.unitCode === me.person.unitCode && may(reportPermission("monthly", "draft")))
    return (
      <Button
        size="small"
        loading={isBusy}
        aria-label={t("reports.monthly.draftOf", words)}
        title={due}
        onClick={onDraft}
      >
        {t("reports.monthly.draft")}
      </Button>
    );
  const isLate = item.dueOn < me.clock.today;
  return (
    <span title={due}>
      <StatusWord tone={isLate ? "overdue" : "muted"} shape={isLate ? "cross" : "dash"}>
        {isLate ? status : t("reports.monthly.onTime")}
      </StatusWord>
    </span>
  );
}
