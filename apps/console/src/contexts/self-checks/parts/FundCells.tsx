import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { usePlanNames } from "../../../frame/use-plan-names.ts";
import styles from "./SelfChecks.module.css";
import type { Part, PartCell } from "./self-check.ts";

/** The cells of one department and fund, one a category. A cell that found something opens its rows in the ledger. */
export function FundCells({ part, fundLine }: { part: Part; fundLine: string }) {
  const cells = part.cells.filter((cell) => cell.fundLine === fundLine);
  return (
    <span className={styles["cells"]}>
      {cells.map((cell) => (
        <OneCell key={cell.category} cell={cell} owner={part.owner} />
      ))}
    </span>
  );
}

function OneCell({ cell, owner }: { cell: PartCell; owner: string }) {
  const { t } = useTranslation();
  const names = usePlanNames();
  const look = cell.answer ?? "unanswered";
  const category = names.category(cell.category);
  const short = category.slice(0, 1);
  const marks = [
    cell.isChanged ? t("selfChecks.states.moved") : null,
    cell.isUnreported ? t("selfChecks.unreported") : null,
  ].filter((one) => one !== null);
  const said = [t(`selfChecks.answers.${look}`), cell.reason, ...marks].filter((one) => one !== null).join("，");
  const title = `${names.fundShort(cell.fundLine)} ${category}：${said}`;
  const isMarked = marks.length > 0 ? styles["marked"] : "";
  const className = `${styles["cell"]} ${styles[look]} ${isMarked}`;
  const text = `${short}${cell.answer === "found" ? cell.count : cell.answer === null ? "?" : ""}${marks.length > 0 ? "!" : ""}`;
  if (cell.answer !== "found")
    return (
      <span className={className} title={title}>
        <span aria-hidden="true">{text}</span>
        <span className="visually-hidden">{title}</span>
      </span>
    );
  const search = { unit: owner, extent: "ownUnit" as const, funds: [cell.fundLine], categories: [cell.category] };
  return (
    <Link className={className} to="/findings" search={search} title={title} aria-label={title}>
      {text}
    </Link>
  );
}
