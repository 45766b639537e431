import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useScopeFacts } from "../../../frame/use-scope-facts.ts";
import { PageTitle } from "../../../parts/PageTitle.tsx";
import { lastView } from "../last-view.ts";
import { FindingDetail } from "../parts/finding/FindingDetail.tsx";
import styles from "./FindingPage.module.css";

const route = getRouteApi("/frame/findings/$findingId");

export function FindingPage() {
  const { t } = useTranslation();
  const { findingId } = route.useParams();
  const facts = useScopeFacts();
  return (
    <>
      <PageTitle title={t("findings.detail")} facts={facts}>
        <Link to="/findings" search={lastView()}>
          {t("findings.backToList")}
        </Link>
      </PageTitle>
      <div className={styles["sheet"]}>
        <FindingDetail key={findingId} id={findingId} />
      </div>
    </>
  );
}
