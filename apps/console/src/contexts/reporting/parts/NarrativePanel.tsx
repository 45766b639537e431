import { reportingLimits } from "@anji/reporting";
import { Input } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "../../../parts/Panel.tsx";
import { RefusalNotice } from "../../../parts/RefusalNotice.tsx";
import { StatusWord } from "../../../parts/StatusWord.tsx";
import type { Refused } from "../../../rpc/use-command.ts";
import styles from "./Report.module.css";
import type { SaveState } from "./use-autosave.ts";

const STATE_LOOKS = {
  saved: { tone: "good", shape: "check", key: "states.saved" },
  pending: { tone: "muted", shape: "ring", key: "states.saving" },
  saving: { tone: "muted", shape: "half", key: "states.saving" },
  failed: { tone: "overdue", shape: "cross", key: "states.notSaved" },
  stale: { tone: "overdue", shape: "triangle", key: "states.changedMeanwhile" },
} as const;

type NarrativePanelProps<Key extends string> = {
  boxes: readonly { key: Key; title: string }[];
  texts: Readonly<Record<Key, string>>;
  isOpen: boolean;
  isHandedIn: boolean;
  state: SaveState;
  refused: Refused | null;
  onChange: (key: Key, text: string) => void;
  children?: ReactNode;
};

/** The text boxes of a report; figures are not typed here. Empty boxes are not shown after submission. */
export function NarrativePanel<Key extends string>({
  boxes,
  texts,
  isOpen,
  isHandedIn,
  state,
  refused,
  onChange,
  children,
}: NarrativePanelProps<Key>) {
  const { t } = useTranslation();
  const look = STATE_LOOKS[state];
  const shown = boxes.filter((box) => isOpen || texts[box.key] !== "");
  return (
    <Panel
      title={t("reports.text.title")}
      note={isOpen ? t("reports.text.note") : isHandedIn ? t("reports.text.locked") : t("reports.text.beingWritten")}
      isPadded
      aside={
        isOpen ? (
          <span role="status">
            <StatusWord tone={look.tone} shape={look.shape}>
              {t(look.key)}
            </StatusWord>
          </span>
        ) : undefined
      }
    >
      {refused === null ? null : (
        <RefusalNotice message={refused.message} others={refused.fields.map((field) => field.message)} />
      )}
      {shown.map((box) =>
        isOpen ? (
          <label key={box.key} className={styles["box"]}>
            <span>{box.title}</span>
            <Input.TextArea
              value={texts[box.key]}
              maxLength={reportingLimits.text}
              autoSize={{ minRows: 3, maxRows: 16 }}
              onChange={(event) => onChange(box.key, event.target.value)}
            />
          </label>
        ) : (
          <div key={box.key} className={styles["box"]}>
            <span>{box.title}</span>
            <p className={styles["written"]}>{texts[box.key]}</p>
          </div>
        ),
      )}
      {children}
    </Panel>
  );
}
