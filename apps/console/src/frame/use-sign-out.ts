import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { signOut } from "../rpc/sign-in.ts";
import { useContributions } from "./use-contributions.ts";

/** Ends the session and removes everything that was read in it. */
export function useSignOut(): { isLeaving: boolean; leave: () => Promise<void> } {
  const queries = useQueryClient();
  const { onSignOut } = useContributions();
  const navigate = useNavigate();
  const [isLeaving, setLeaving] = useState(false);
  return {
    isLeaving,
    leave: async () => {
      setLeaving(true);
      await signOut();
      queries.clear();
      onSignOut();
      await navigate({ to: "/sign-in" });
    },
  };
}
