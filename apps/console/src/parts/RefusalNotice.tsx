import type { ReactNode } from "react";
import { Mark } from "./Mark.tsx";
import styles from "./RefusalNotice.module.css";

/** The server's refusal. Messages that belong to fields are shown at the fields. */
export function RefusalNotice({
  message,
  others,
  children,
}: {
  message: string;
  others: readonly string[];
  children?: ReactNode;
}) {
  return (
    <div className={styles["notice"]} role="alert">
      <Mark shape="cross" size={14} />
      <div>
        <p>{message}</p>
        {others.length === 0 ? null : (
          <ul>
            {others.map((other) => (
              <li key={other}>{other}</li>
            ))}
          </ul>
        )}
        {children}
      </div>
    </div>
  );
}
