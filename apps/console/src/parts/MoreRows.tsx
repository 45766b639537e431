import { Button } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import styles from "./MoreRows.module.css";

/** The end of a list that has more: asks for it when scrolled into view, and by a button for the keyboard. */
export function MoreRows({ shown, isLoading, onMore }: { shown: number; isLoading: boolean; onMore: () => void }) {
  const { t } = useTranslation();
  const end = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  more.current = onMore;
  useEffect(() => {
    const watch = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) more.current();
    });
    if (end.current !== null) watch.observe(end.current);
    return () => watch.disconnect();
  }, [shown]);
  return (
    <div ref={end} className={styles["more"]}>
      <span>{t("states.shownSoFar", { n: shown })}</span>
      <Button loading={isLoading} onClick={onMore}>
        {t("states.loadMore")}
      </Button>
    </div>
  );
}
