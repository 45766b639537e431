import { useEffect, useRef, useState } from "react";

export type SaveState = "saved" | "pending" | "saving" | "failed" | "stale";
type Texts = Readonly<Record<string, string>>;
/** The version after a write, or why there was none: nothing came back, or someone else was first. */
export type Written = { readonly version: number } | "failed" | "stale";

const TYPING_PAUSE_MS = 1200;
const RETRY_PAUSE_MS = 5000;

type AutosaveOptions<Text extends Texts> = {
  /** The texts and their version as the server has them. */
  saved: Text;
  version: number;
  isOpen: boolean;
  write: (texts: Text, version: number) => Promise<Written>;
};

/**
 * Saves what is typed shortly after the typing stops. What did not arrive is sent again;
 * after someone else's change it waits for the person, who sees the new content first.
 */
export function useAutosave<Text extends Texts>({ saved, version, isOpen, write }: AutosaveOptions<Text>) {
  const [texts, setTexts] = useState(saved);
  const [state, setState] = useState<SaveState>("saved");
  const isSending = useRef(false);
  const known = useRef(version);
  known.current = Math.max(known.current, version);
  const savedKey = JSON.stringify(saved);

  useEffect(() => {
    if (state === "saved") setTexts(JSON.parse(savedKey));
  }, [savedKey, state]);

  useEffect(() => {
    if (!isOpen || isSending.current || (state !== "pending" && state !== "failed")) return;
    const pause = setTimeout(() => void send(), state === "failed" ? RETRY_PAUSE_MS : TYPING_PAUSE_MS);
    return () => clearTimeout(pause);
  });

  async function send(): Promise<Written> {
    isSending.current = true;
    setState("saving");
    const written = await write(texts, known.current);
    isSending.current = false;
    if (typeof written === "object") known.current = Math.max(known.current, written.version);
    // Typing that went on meanwhile has set the state to pending; it is saved in its turn.
    setState((now) => (now === "saving" ? (typeof written === "object" ? "saved" : written) : now));
    return written;
  }

  return {
    texts,
    state,
    change: (key: keyof Text, text: string) => {
      setTexts((now) => ({ ...now, [key]: text }));
      setState("pending");
    },
    /** Saves at once what still waits; the version to act on, or null when something could not be saved. */
    flush: async (): Promise<number | null> => {
      if (state === "saved") return known.current;
      const written = await send();
      return typeof written === "object" ? written.version : null;
    },
  };
}
