import { Button } from "antd";
import { useTranslation } from "react-i18next";
import styles from "./MoreRows.module.css";

/** The end of a list that has more: asks for it when scrolled into view, and by a button for the keyboard. */
export function MoreRows({ shown, isLoading, onMore }: { shown: number; isLoading: boolean; onMore: () => void }) {
  const { t } = useTranslation();
  const watchEnd = (end: HTMLDivElement) => {
    const watch = new IntersectionObserver((entries) => {
      if (!isLoading && entries.some((entry) => entry.isIntersecting)) onMore();
    });
    watch.observe(end);
    return () => watch.disconnect();
  };
  return (
    <div ref={watchEnd} className={styles["more"]}>
      <span>{t("states.shownSoFar", { n: shown })}</span>
      <Button loading={isLoading} onClick={onMore}>
        {t("states.loadMore")}
      </Button>
    </div>
  );
}
