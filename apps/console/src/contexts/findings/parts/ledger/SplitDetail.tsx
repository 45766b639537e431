import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { FindingDetail } from "../finding/FindingDetail.tsx";
import styles from "./SplitDetail.module.css";

/** One finding beside the ledger. */
export function SplitDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <aside className={styles["split"]} aria-label={t("findings.detail")}>
      <div className={styles["bar"]}>
        <Link to="/findings/$findingId" params={{ findingId: id }}>
          {t("findings.openFull")}
        </Link>
        <Button size="small" onClick={onClose}>
          {t("acts.close")} <kbd aria-hidden="true">Esc</kbd>
        </Button>
      </div>
      <FindingDetail key={id} id={id} />
    </aside>
  );
}
