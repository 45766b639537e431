import { useEffect, useEffectEvent, useRef, useState } from "react";

export type SaveState = "saved" | "pending" | "saving" | "failed" | "stale";
type Texts = Readonly<Record<string, string>>;
/** The version after a write, or why there is none: no answer came, or someone else was first. */
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
 * Saves what is typed shortly after the typing stops. What did not arrive is sent again. After someone else's change it
 * waits until the person has seen the new content. Leaving the page saves the text; closing the window asks first.
 */
export function useAutosave<Text extends Texts>({ saved, version, isOpen, write }: AutosaveOptions<Text>) {
  const [typed, setTyped] = useState(saved);
  const [state, setState] = useState<SaveState>("saved");
  const sending = useRef<Promise<Written> | null>(null);
  const isUnsent = useRef(false);
  const written = useRef(version);
  const isWaiting = isOpen && (state === "pending" || state === "failed");

  const sendLatest = useEffectEvent((texts: Text) => void send(texts));
  useEffect(() => {
    if (!isWaiting) return;
    const pause = setTimeout(() => sendLatest(typed), state === "failed" ? RETRY_PAUSE_MS : TYPING_PAUSE_MS);
    return () => clearTimeout(pause);
  }, [isWaiting, state, typed]);

  const sendUnsent = useEffectEvent(() => {
    if (isOpen && isUnsent.current) void send(typed);
    return isUnsent.current || sending.current !== null;
  });
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => {
      if (sendUnsent()) event.preventDefault();
    };
    window.addEventListener("beforeunload", stay);
    return () => {
      window.removeEventListener("beforeunload", stay);
      sendUnsent();
    };
  }, []);

  async function send(texts: Text): Promise<Written> {
    if (sending.current !== null) await sending.current;
    isUnsent.current = false;
    setState("saving");
    const answering = write(texts, Math.max(written.current, version));
    sending.current = answering;
    const answer = await answering;
    sending.current = null;
    if (typeof answer === "object") written.current = answer.version;
    else isUnsent.current = true;
    // Typing during the save has set the state to pending; it is saved next.
    setState((now) => (now === "saving" ? (typeof answer === "object" ? "saved" : answer) : now));
    return answer;
  }

  return {
    texts: state === "saved" ? saved : typed,
    state,
    change: (key: keyof Text, text: string) => {
      isUnsent.current = true;
      setTyped({ ...(state === "saved" ? saved : typed), [key]: text });
      setState("pending");
    },
    /** Saves at once what still waits. Answers the version to act on, or null when something could not be saved. */
    flush: async (): Promise<number | null> => {
      if (sending.current !== null) await sending.current;
      const answer = isUnsent.current ? await send(typed) : { version: Math.max(written.current, version) };
      return typeof answer === "object" ? answer.version : null;
    },
  };
}
