import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { rememberView } from "../contexts/findings/parts/ledger/last-view.ts";
import { signOut } from "../rpc/sign-in.ts";

/** Ends the session and forgets everything that was read in it. */
export function useSignOut(): { isLeaving: boolean; leave: () => Promise<void> } {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isLeaving, setLeaving] = useState(false);
  return {
    isLeaving,
    leave: async () => {
      setLeaving(true);
      await signOut();
      queries.clear();
      rememberView({});
      await navigate({ to: "/sign-in" });
    },
  };
}
