import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Mark } from "./Mark.tsx";
import styles from "./States.module.css";

/** Says what could not be shown, that nothing is lost, and offers to try again. */
export function ErrorState({ what, message, onRetry }: { what: string; message: string; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles["error"]} role="alert">
      <Mark shape="cross" size={16} />
      <div>
        <p className={styles["errorTitle"]}>{t("states.notShown", { what })}</p>
        <p className={styles["errorText"]}>{message}</p>
        <p className={styles["errorText"]}>{t("states.nothingLost")}</p>
        <Button onClick={onRetry}>{t("states.retry")}</Button>
      </div>
    </div>
  );
}
