import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { capitalAmount, wanYuan, yuan } from "../formats/money.ts";
import styles from "./Money.module.css";

/** 万元 with two decimals; hovering or focusing shows 元角分 and the capitals. `withUnit` where no column head names the unit. */
export function Money({ fen, withUnit }: { fen: string; withUnit?: boolean }) {
  const { t } = useTranslation();
  const text = wanYuan(fen);
  return (
    <Tooltip
      title={
        <>
          {yuan(fen)}
          <br />
          {capitalAmount(fen)}
        </>
      }
    >
      <span className={fen === "0" ? styles["zero"] : styles["amount"]}>
        {withUnit === true ? t("money.wan", { amount: text }) : text}
      </span>
    </Tooltip>
  );
}
