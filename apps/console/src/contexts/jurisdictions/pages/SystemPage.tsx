import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AddedViewShown, useAddedViews } from "../../../frame/AddedViews.tsx";
import { useFrame } from "../../../frame/use-frame.ts";
import { useScopeFacts } from "../../../frame/use-scope-facts.ts";
import { Chip, ChipRow } from "../../../parts/Chip.tsx";
import { PageTitle } from "../../../parts/PageTitle.tsx";
import { KeysView } from "../parts/system/KeysView.tsx";
import { PeopleView } from "../parts/system/PeopleView.tsx";
import { UnitsView } from "../parts/system/UnitsView.tsx";

const route = getRouteApi("/frame/system");

export function SystemPage() {
  const { t } = useTranslation();
  const { me } = useFrame();
  const navigate = useNavigate();
  const facts = useScopeFacts();
  const added = useAddedViews("/system");
  const tabs = [
    { key: "units", label: "system.tabs.units" },
    { key: "people", label: "system.tabs.people" },
    // Keys are issued by the province.
    ...(me.person.level === "province" ? [{ key: "keys", label: "system.tabs.keys" } as const] : []),
    ...added,
  ] as const;
  const asked = route.useSearch().tab;
  const tab = tabs.find((one) => one.key === asked)?.key ?? "units";
  return (
    <>
      <PageTitle title={t("system.title")} facts={facts}>
        <ChipRow label={t("system.title")}>
          {tabs.map((one) => (
            <Chip
              key={one.key}
              isOn={one.key === tab}
              count={null}
              onToggle={() => void navigate({ to: "/system", search: { tab: one.key } })}
            >
              {t(one.label)}
            </Chip>
          ))}
        </ChipRow>
      </PageTitle>
      <TabView tab={tab} />
    </>
  );
}

function TabView({ tab }: { tab: string }) {
  switch (tab) {
    case "units":
      return <UnitsView />;
    case "people":
      return <PeopleView />;
    case "keys":
      return <KeysView />;
    default:
      return <AddedViewShown page="/system" view={tab} />;
  }
}
