import type { Key, ReactNode } from "react";
import styles from "./RowTable.module.css";

export type Column<Row> = {
  readonly key: string;
  readonly title: ReactNode;
  readonly align?: "end";
  /** Left out on a narrow screen. */
  readonly isSecondary?: boolean;
  readonly isWrapped?: boolean;
  readonly cell: (row: Row) => ReactNode;
};

type RowTableProps<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => Key;
  chosenKey?: Key | null;
  onOpen?: (row: Row) => void;
  /** Totals, one cell per column, under a heavier line. */
  foot?: readonly ReactNode[];
  /** A long table scrolls within itself; its head and totals stay in view. */
  isTall?: boolean;
};

/** Rows of 36–40 px with hairlines; totals in the foot. */
export function RowTable<Row>({ caption, columns, rows, rowKey, chosenKey, onOpen, foot, isTall }: RowTableProps<Row>) {
  const classOf = (column: Column<Row>) =>
    [
      column.align === "end" ? styles["end"] : "",
      column.isSecondary === true ? styles["secondary"] : "",
      column.isWrapped === true ? styles["wrapped"] : "",
    ].join(" ");
  return (
    <div className={isTall === true ? `${styles["frame"]} ${styles["tall"]}` : styles["frame"]}>
      <table className={styles["table"]}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classOf(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row);
            const isChosen = chosenKey !== undefined && key === chosenKey;
            return (
              <tr
                key={key}
                id={`row-${key}`}
                className={`${isChosen ? styles["chosen"] : ""} ${onOpen === undefined ? "" : styles["opens"]}`}
                {...(chosenKey === undefined ? {} : { "aria-selected": isChosen })}
                {...(onOpen === undefined ? {} : { onClick: () => onOpen(row) })}
              >
                {columns.map((column) => (
                  <td key={column.key} className={classOf(column)}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
        {foot === undefined ? null : (
          <tfoot>
            <tr>
              {columns.map((column, at) => (
                <td key={column.key} className={classOf(column)}>
                  {foot[at]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
