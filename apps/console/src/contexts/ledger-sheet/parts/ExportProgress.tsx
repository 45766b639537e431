import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProgressLine } from "../../../parts/ProgressLine.tsx";
import styles from "./ExportProgress.module.css";

const SECOND_MS = 1000;

/** What is being written and for how long, when it takes longer than a second. */
export function ExportProgress({ count }: { count: number | null }) {
  const { t } = useTranslation();
  const seconds = useSecondsSinceShown();
  return (
    <div role="status" className={seconds === 0 ? "visually-hidden" : styles["progress"]}>
      <ProgressLine
        label={count === null ? t("sheet.export.running") : t("sheet.export.rows", { n: count })}
        done={0}
        total={null}
      />
      {/* Read out once with the line above; the running seconds are for the eye. */}
      <p className={styles["words"]} aria-hidden="true">
        {t("sheet.export.seconds", { n: seconds })}
      </p>
    </div>
  );
}

function useSecondsSinceShown(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const from = Date.now();
    const ticking = setInterval(() => setSeconds(Math.floor((Date.now() - from) / SECOND_MS)), SECOND_MS);
    return () => clearInterval(ticking);
  }, []);
  return seconds;
}
