import { selfChecksLimits } from "@anji/self-checks";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { wanYuan } from "../../../formats/money.ts";
import { useFrame } from "../../../frame/use-frame.ts";
import { ActDialog } from "../../../parts/ActDialog.tsx";
import { LongTextField, TextField } from "../../../parts/TextField.tsx";
import { trpc } from "../../../rpc/trpc.ts";
import { type Command, useCommand } from "../../../rpc/use-command.ts";
import styles from "./SelfChecks.module.css";
import type { Matrix, Part } from "./self-check.ts";

type PartDialogProps = { part: Part; matrix: Matrix; onClose: () => void };

/** A department's signature: what it found, the promise word for word, and the head who promises. */
export function SignPartDialog({ part, matrix, onClose }: PartDialogProps) {
  const sign = useCommand(trpc.selfChecks.signDeclaration.mutationOptions());
  const { id, version, rowsHash } = part;
  if (id === null || version === null || rowsHash === null) return null;
  return (
    <PromiseDialog
      name={part.name}
      cells={part.cells}
      promise={matrix.promise}
      hash={rowsHash}
      command={sign}
      send={(head) => sign.send({ id, version, head, rowsHash })}
      onClose={onClose}
    />
  );
}

/** The unit's signature over all its departments. */
export function SignUnitDialog({ matrix, onClose }: { matrix: Matrix; onClose: () => void }) {
  const { campaign } = useFrame();
  const sign = useCommand(trpc.selfChecks.signUnit.mutationOptions());
  const { unitCode, partsHash, signature } = matrix;
  const version = signature?.version ?? null;
  return (
    <PromiseDialog
      name={matrix.unitName}
      cells={matrix.declarants.flatMap((one) => one.cells)}
      promise={matrix.promise}
      hash={partsHash}
      command={sign}
      send={(head) => sign.send({ campaignId: campaign.id, unitCode, version, head, partsHash })}
      onClose={onClose}
    />
  );
}

type PromiseDialogProps = {
  name: string;
  cells: Part["cells"];
  promise: string;
  hash: string;
  command: Pick<Command<never, unknown>, "isSending" | "refused">;
  send: (head: string) => Promise<unknown>;
  onClose: () => void;
};

function PromiseDialog({ name, cells, promise, hash, command, send, onClose }: PromiseDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const count = cells.reduce((sum, cell) => sum + cell.count, 0);
  const amount = wanYuan(cells.reduce((sum, cell) => sum + BigInt(cell.foundFen), 0n).toString());
  async function submit({ head }: { head: string }): Promise<void> {
    if ((await send(head)) === null) return;
    void message.success(t("selfChecks.signDone"));
    onClose();
  }
  return (
    <ActDialog<{ head: string }>
      title={t("selfChecks.signFor", { name })}
      explain={t("selfChecks.signExplain", { count, amount })}
      initial={{}}
      submit={t("selfChecks.acts.sign")}
      isSending={command.isSending}
      refused={command.refused}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <blockquote className={styles["promise"]}>{promise}</blockquote>
      <TextField name="head" label={t("selfChecks.head")} isRequired maxLength={selfChecksLimits.head} />
      <small>{t("selfChecks.fingerprint", { hash: `${hash.slice(0, 8)}…${hash.slice(-4)}` })}</small>
    </ActDialog>
  );
}

/** 退回重填, with the remark the clerk reads. */
export function ReturnDialog({ part, onClose }: { part: Part; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const command = useCommand(trpc.selfChecks.returnDeclaration.mutationOptions());
  async function submit({ remark }: { remark: string }): Promise<void> {
    const { id, version } = part;
    if (id === null || version === null || (await command.send({ id, version, remark })) === null) return;
    void message.success(t("selfChecks.returnDone"));
    onClose();
  }
  return (
    <ActDialog<{ remark: string }>
      title={t("selfChecks.returnFor", { name: part.name })}
      explain={t("selfChecks.returnExplain")}
      initial={{}}
      submit={t("selfChecks.acts.return")}
      isSending={command.isSending}
      refused={command.refused}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <LongTextField
        name="remark"
        label={t("selfChecks.remark")}
        isRequired
        maxLength={selfChecksLimits.remark}
        rows={3}
      />
    </ActDialog>
  );
}
