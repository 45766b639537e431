import { App, Button, Modal } from "antd";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import styles from "./System.module.css";

/** A text the server keeps no copy of. Only its button closes it, never a press beside it. */
export function ShownOnce(props: {
  title: ReactNode;
  note?: ReactNode;
  label: string;
  value: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const shown = useRef<HTMLElement>(null);
  async function copy(): Promise<void> {
    if (await isCopied(props.value)) return void message.success(t("acts.copied"));
    if (shown.current !== null) getSelection()?.selectAllChildren(shown.current);
  }
  return (
    <Modal
      open
      title={props.title}
      footer={<Button onClick={props.onClose}>{t("acts.close")}</Button>}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
    >
      <div className={styles["key"]}>
        {props.note === undefined ? null : <p>{props.note}</p>}
        <code ref={shown} aria-label={props.label}>
          {props.value}
        </code>
        <Button onClick={() => void copy()}>{t("acts.copy")}</Button>
      </div>
    </Modal>
  );
}

/** The clipboard works over https and on localhost only. Elsewhere the text is selected, to be copied by hand. */
async function isCopied(text: string): Promise<boolean> {
  if (!window.isSecureContext) return false;
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
