import { App } from "antd";
import type { Finding } from "../finding-types.ts";

export type ActProps = { finding: Finding; onClose: () => void };

/** Says that the act is done and closes its dialog. A refused act leaves the dialog open. */
export function useActDone(onClose: () => void): (answer: unknown, words: string) => void {
  const { message } = App.useApp();
  return (answer, words) => {
    if (answer === null) return;
    void message.success(words);
    onClose();
  };
}
