import { type DragEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./FileDrop.module.css";
import { ProgressLine } from "./ProgressLine.tsx";
import { RefusalNotice } from "./RefusalNotice.tsx";

type StoredFile = { readonly fileId: string; readonly name: string };
type Upload = (file: File, onProgress: (percent: number) => void) => Promise<StoredFile | { refused: string | null }>;

type FileDropProps = {
  label: string;
  accept: string;
  upload: Upload;
  stored: StoredFile | null;
  onStored: (file: StoredFile) => void;
};

/** Takes one file by drop or choice, shows the progress of its upload, and keeps its name on screen. */
export function FileDrop({ label, accept, upload, stored, onStored }: FileDropProps) {
  const { t } = useTranslation();
  const inputId = useId();
  const [sending, setSending] = useState<{ name: string; percent: number } | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  async function send(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    setRefused(null);
    setSending({ name: file.name, percent: 0 });
    const answer = await upload(file, (percent) => setSending({ name: file.name, percent }));
    setSending(null);
    if ("refused" in answer) setRefused(answer.refused ?? t("states.offline"));
    else onStored(answer);
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    void send(event.dataTransfer.files[0]);
  }

  return (
    <div className={styles["field"]}>
      <span className={styles["label"]}>{label}</span>
      {refused === null ? null : <RefusalNotice message={t("files.failed")} others={[refused]} />}
      {sending === null ? (
        <label
          className={styles["drop"]}
          htmlFor={inputId}
          onDragOver={(event) => event.preventDefault()}
          onDrop={drop}
        >
          <input
            id={inputId}
            className="visually-hidden"
            type="file"
            aria-label={label}
            accept={accept}
            onChange={(event) => {
              void send(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
          {stored === null ? t("files.dropHere") : <StoredName name={stored.name} />}
        </label>
      ) : (
        <ProgressLine label={t("files.uploading", { name: sending.name })} done={sending.percent} total={100} />
      )}
    </div>
  );
}

function StoredName({ name }: { name: string }) {
  const { t } = useTranslation();
  return (
    <span className={styles["stored"]}>
      <strong>{name}</strong>
      <span className={styles["other"]}>{t("files.dropOther")}</span>
    </span>
  );
}
