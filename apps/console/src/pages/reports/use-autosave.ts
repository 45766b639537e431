import { useEffect, useRef, useState } from "react";

export type SaveState = "saved" | "pending" | "saving" | "failed";
type Texts = Readonly<Record<string, string>>;

const TYPING_PAUSE_MS = 1200;
const RETRY_PAUSE_MS = 5000;

type AutosaveOptions<Text extends Texts> = {
  /** The texts as the server has them. */
  saved: Text;
  isOpen: boolean;
  /** Writes the texts; false when the server did not take them. */
  write: (texts: Text) => Promise<boolean>;
};

/** Saves what is typed shortly after the typing stops; what the server did not take stays on the page and is sent again. */
export function useAutosave<Text extends Texts>({ saved, isOpen, write }: AutosaveOptions<Text>) {
  const [texts, setTexts] = useState(saved);
  const [state, setState] = useState<SaveState>("saved");
  const sending = useRef(false);
  const latestWrite = useRef(write);
  latestWrite.current = write;
  const savedKey = JSON.stringify(saved);

  useEffect(() => {
    if (state === "saved") setTexts(JSON.parse(savedKey));
  }, [savedKey, state]);

  useEffect(() => {
    if (!isOpen || sending.current || (state !== "pending" && state !== "failed")) return;
    const pause = setTimeout(() => void send(texts), state === "failed" ? RETRY_PAUSE_MS : TYPING_PAUSE_MS);
    return () => clearTimeout(pause);
  });

  async function send(sent: Text): Promise<void> {
    sending.current = true;
    setState("saving");
    const isTaken = await latestWrite.current(sent);
    sending.current = false;
    setState((now) => (now !== "saving" ? now : isTaken ? "saved" : "failed"));
  }

  return {
    texts,
    state,
    change: (key: keyof Text, text: string) => {
      setTexts((now) => ({ ...now, [key]: text }));
      setState("pending");
    },
    /** Sends at once what is still waiting; true when nothing is left unsaved. */
    flush: async () => {
      if (state === "saved") return true;
      const isTaken = await latestWrite.current(texts);
      setState(isTaken ? "saved" : "failed");
      return isTaken;
    },
  };
}
