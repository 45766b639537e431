import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useScopeFacts } from "../../../frame/use-scope-facts.ts";
import { Chip, ChipRow } from "../../../parts/Chip.tsx";
import { PageTitle } from "../../../parts/PageTitle.tsx";
import { MonthlyGrid } from "../parts/monthly/MonthlyGrid.tsx";
import { REPORT_TABS } from "../search.ts";
import { SummaryList } from "../parts/summaries/SummaryList.tsx";

const route = getRouteApi("/frame/reports");

export function ReportsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const facts = useScopeFacts();
  const tab = route.useSearch().tab ?? "monthly";
  return (
    <>
      <PageTitle title={t("reports.title")} facts={facts}>
        <ChipRow label={t("reports.title")}>
          {REPORT_TABS.map((one) => (
            <Chip
              key={one}
              isOn={one === tab}
              count={null}
              onToggle={() => void navigate({ to: "/reports", search: { tab: one } })}
            >
              {t(`reports.tabs.${one}`)}
            </Chip>
          ))}
        </ChipRow>
      </PageTitle>
      {tab === "monthly" ? <MonthlyGrid /> : <SummaryList />}
    </>
  );
}
