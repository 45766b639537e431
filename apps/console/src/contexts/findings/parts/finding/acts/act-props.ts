import { App } from "antd";
import type { Finding } from "../finding-types.ts";

export type ActProps = { finding: Finding; onClose: () => void };

/** Tells that the act is done and closes its dialog; a refused act leaves both as they are. */
export function useActDone(onClose: () => void): (answer: unknown, words: string) => void {
  const { message } = App.useApp();
  return (answer, words) => {
    if (answer === null) return;
    void message.success(words);
    onClose();
  };
}
