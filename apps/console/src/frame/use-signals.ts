import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useRef, useState } from "react";
import { trpc } from "../rpc/trpc.ts";

const GATHER_MS = 800;

/** Asks shown queries afresh when the server signals a change; false while the line is down. */
export function useSignals(): boolean {
  const queries = useQueryClient();
  const [isLive, setLive] = useState(true);
  const gathering = useRef<ReturnType<typeof setTimeout> | null>(null);
  useSubscription(
    trpc.signals.watch.subscriptionOptions(undefined, {
      onStarted: () => setLive(true),
      onConnectionStateChange: (connection) => setLive(connection.state !== "connecting" || connection.error === null),
      onData: () => {
        gathering.current ??= setTimeout(() => {
          gathering.current = null;
          void queries.invalidateQueries({ refetchType: "active" });
        }, GATHER_MS);
      },
    }),
  );
  return isLive;
}
