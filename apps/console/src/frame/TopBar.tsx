import { Link, useNavigate } from "@tanstack/react-router";
import { Select } from "antd";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { dayText } from "../formats/days.ts";
import { trpc } from "../rpc/trpc.ts";
import { PersonMenu } from "./PersonMenu.tsx";
import { PhaseBar } from "./PhaseBar.tsx";
import { ScopeSwitch } from "./ScopeSwitch.tsx";
import { SearchBox } from "./SearchBox.tsx";
import styles from "./TopBar.module.css";
import { useFrame } from "./use-frame.ts";

export function TopBar() {
  const { t, i18n } = useTranslation();
  const { me } = useFrame();
  return (
    <header className={styles["bar"]}>
      <Link to="/" className={styles["brand"]}>
        <span className={styles["seal"]} aria-hidden="true">
          {t("frame.brandSeal")}
        </span>
        <span className={styles["name"]}>{t("frame.brand")}</span>
        <span className="visually-hidden">{t("frame.product")}</span>
      </Link>
      <div className={styles["campaign"]}>
        <CampaignName />
      </div>
      <div className={styles["scope"]}>
        <ScopeSwitch />
      </div>
      <div className={styles["phase"]}>
        <PhaseBar />
      </div>
      {me.clock.isTraining ? (
        <span
          className={styles["training"]}
          title={t("frame.training", { day: dayText(me.clock.today, i18n.language) })}
        >
          {dayText(me.clock.today, i18n.language)}
        </span>
      ) : null}
      <div className={styles["search"]}>
        <SearchBox />
      </div>
      <div className={styles["person"]}>
        <PersonMenu />
      </div>
    </header>
  );
}

function CampaignName() {
  const { t } = useTranslation();
  const { campaign } = useFrame();
  const navigate = useNavigate();
  const campaigns = useQuery(trpc.campaign.list.queryOptions());
  const items = campaigns.data?.items ?? [];
  if (items.length < 2) return <strong>{campaign.name}</strong>;
  return (
    <Select
      variant="borderless"
      aria-label={t("frame.campaignSwitch")}
      value={campaign.id}
      options={items.map((item) => ({ value: item.id, label: item.name }))}
      popupMatchSelectWidth={false}
      onChange={(id) => void navigate({ to: "/", search: { campaign: id, unit: undefined } })}
    />
  );
}
