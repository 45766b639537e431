import { assertNever } from "@anji/kernel";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../frame/use-frame.ts";
import { useScopeFacts } from "../../../frame/use-scope-facts.ts";
import { Chip, ChipRow } from "../../../parts/Chip.tsx";
import { PageTitle } from "../../../parts/PageTitle.tsx";
import { SYSTEM_TABS } from "../../../pages/search-params.ts";
import { ClockView } from "../../campaign/parts/clock/ClockView.tsx";
import { KeysView } from "../parts/system/KeysView.tsx";
import { PeopleView } from "../parts/system/PeopleView.tsx";
import { UnitsView } from "../parts/system/UnitsView.tsx";

const route = getRouteApi("/frame/system");
type Tab = (typeof SYSTEM_TABS)[number];

export function SystemPage() {
  const { t } = useTranslation();
  const { me } = useFrame();
  const navigate = useNavigate();
  const facts = useScopeFacts();
  const tabs = SYSTEM_TABS.filter((tab) => isOfUse(tab, { level: me.person.level, isTraining: me.clock.isTraining }));
  const asked = route.useSearch().tab ?? "units";
  const tab = tabs.find((one) => one === asked) ?? "units";
  return (
    <>
      <PageTitle title={t("system.title")} facts={facts}>
        <ChipRow label={t("system.title")}>
          {tabs.map((one) => (
            <Chip
              key={one}
              isOn={one === tab}
              count={null}
              onToggle={() => void navigate({ to: "/system", search: { tab: one } })}
            >
              {t(`system.tabs.${one}`)}
            </Chip>
          ))}
        </ChipRow>
      </PageTitle>
      <TabView tab={tab} />
    </>
  );
}

/** Keys are issued by the province; the clock moves in a training installation only. */
function isOfUse(tab: Tab, who: { level: string; isTraining: boolean }): boolean {
  if (tab === "keys") return who.level === "province";
  return tab !== "clock" || (who.level === "province" && who.isTraining);
}

function TabView({ tab }: { tab: Tab }) {
  switch (tab) {
    case "units":
      return <UnitsView />;
    case "people":
      return <PeopleView />;
    case "keys":
      return <KeysView />;
    case "clock":
      return <ClockView />;
    default:
      return assertNever(tab);
  }
}
