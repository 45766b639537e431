import { useTranslation } from "react-i18next";
import { instantText } from "../../../../formats/days.ts";
import { Mark } from "../../../../parts/Mark.tsx";
import styles from "./FindingDetail.module.css";
import type { Finding } from "./finding-types.ts";
import { lastReturn } from "./last-return.ts";

/** A returned finding shows the remark above everything else, until it is answered. */
export function ReturnedNotice({ finding }: { finding: Finding }) {
  const { t, i18n } = useTranslation();
  const returned = lastReturn(finding);
  if (returned === null) return null;
  return (
    <div className={styles["returned"]} role="note">
      <Mark shape="back" />
      <div>
        <strong>{t(`findingDetail.returned.${returned.event}`)}</strong>
        <p className={styles["remark"]}>{returned.remark}</p>
        <p className={styles["mover"]}>
          {t("findingDetail.returned.by", {
            by: returned.by,
            unit: returned.unitName,
            at: instantText(returned.at, i18n.language),
          })}
        </p>
      </div>
    </div>
  );
}
