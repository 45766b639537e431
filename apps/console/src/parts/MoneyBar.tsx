import { CHANNELS } from "@anji/findings";
import { useTranslation } from "react-i18next";
import { permille } from "../formats/money.ts";
import { Money } from "./Money.tsx";
import styles from "./MoneyBar.module.css";

export const MONEY_PARTS = [...CHANNELS, "outstanding"] as const;
export type MoneyPart = (typeof MONEY_PARTS)[number];

type MoneyBarProps = {
  foundFen: string;
  parts: Readonly<Record<MoneyPart, string>>;
  /** 首次认定 and 核减, shown where an amount was changed after its entry. */
  before: { readonly firstStatedFen: string; readonly reducedFen: string } | null;
};

/** 认定 = 追回 + 偿还 + 调账 + 核销 + 余额, drawn to scale. */
export function MoneyBar({ foundFen, parts, before }: MoneyBarProps) {
  const { t } = useTranslation();
  const isChanged = before !== null && before.firstStatedFen !== foundFen;
  return (
    <div className={styles["money"]}>
      <div className={styles["found"]}>
        {isChanged ? (
          <>
            <span className={styles["label"]}>{t("amounts.firstStated")}</span>
            <Money fen={before.firstStatedFen} />
            <span className={styles["label"]}>{t("amounts.reduced")}</span>
            <Money fen={before.reducedFen} />
          </>
        ) : null}
        <span className={styles["label"]}>{t("amounts.found")}</span>
        <strong>
          <Money fen={foundFen} withUnit />
        </strong>
      </div>
      <div className={styles["bar"]} aria-hidden="true">
        {MONEY_PARTS.map((part) => (
          <span key={part} className={styles[part]} style={{ width: `${permille(parts[part], foundFen) / 10}%` }} />
        ))}
      </div>
      <dl className={styles["parts"]}>
        {MONEY_PARTS.map((part) => (
          <div key={part}>
            <dt>
              <span className={`${styles["key"]} ${styles[part]}`} aria-hidden="true" />
              {t(`amounts.${part}`)}
            </dt>
            <dd>
              <Money fen={parts[part]} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
