import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useEffect, useState } from "react";
import { refreshOf } from "../rpc/refresh.ts";
import { trpc } from "../rpc/trpc.ts";
import { useContributions } from "./use-contributions.ts";

const GATHER_MS = 1500;
const SPREAD_MS = 2000;

/** Refreshes the queries that a signal touches; false while there is no connection. */
export function useSignals(): boolean {
  const queries = useQueryClient();
  const { signals } = useContributions();
  const [isLive, setLive] = useState(true);
  const [refresh] = useState(() =>
    refreshOf({
      queries,
      touches: signals,
      always: ["jurisdictions.me"],
      delayMs: () => GATHER_MS + Math.random() * SPREAD_MS,
      isHidden: () => document.visibilityState === "hidden",
    }),
  );
  const [onStarted] = useState(() => afterTheFirst(refresh.hearAll));
  useEffect(() => {
    document.addEventListener("visibilitychange", refresh.show);
    return () => document.removeEventListener("visibilitychange", refresh.show);
  }, [refresh]);
  useSubscription(
    trpc.signals.watch.subscriptionOptions(undefined, {
      onStarted: () => {
        setLive(true);
        onStarted();
      },
      onError: refresh.hearAll,
      onConnectionStateChange: (connection) => setLive(connection.state !== "connecting" || connection.error === null),
      onData: refresh.hear,
    }),
  );
  return isLive;
}

/** A broken stream has missed signals. The server also ends it when the person's own rights change. */
function afterTheFirst(refresh: () => void): () => void {
  let hasStarted = false;
  return () => {
    if (hasStarted) refresh();
    hasStarted = true;
  };
}
