import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useState } from "react";
import { isLiving } from "../rpc/frozen.ts";
import { trpc } from "../rpc/trpc.ts";

const GATHER_MS = 800;

/** Asks shown queries afresh when the server signals a change; false while the line is down. */
export function useSignals(): boolean {
  const queries = useQueryClient();
  const [isLive, setLive] = useState(true);
  const [refresh] = useState(() => gathered(queries));
  const [onStarted] = useState(() => refreshingAgain(refresh));
  useSubscription(
    trpc.signals.watch.subscriptionOptions(undefined, {
      onStarted: () => {
        setLive(true);
        onStarted();
      },
      onError: refresh,
      onConnectionStateChange: (connection) => setLive(connection.state !== "connecting" || connection.error === null),
      onData: refresh,
    }),
  );
  return isLive;
}

/** A line that was down has missed signals, and goes down on purpose when the person's own rights change. */
function refreshingAgain(refresh: () => void): () => void {
  let hasStarted = false;
  return () => {
    if (hasStarted) refresh();
    hasStarted = true;
  };
}

/** Many signals in a short time make one refresh. */
function gathered(queries: QueryClient): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      void queries.invalidateQueries({ refetchType: "active", predicate: isLiving });
    }, GATHER_MS);
  };
}
