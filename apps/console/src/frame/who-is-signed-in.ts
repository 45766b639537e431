import { redirect } from "@tanstack/react-router";
import { holdPagePerson } from "../rpc/page-person.ts";
import { isNotSignedIn } from "../rpc/refusal.ts";
import { queryClient, trpc } from "../rpc/trpc.ts";

/** Checked before every page. A visitor who is not signed in is sent to sign-in and comes back. */
export async function whoIsSignedIn(to: string) {
  try {
    const me = await queryClient.ensureQueryData(trpc.jurisdictions.me.queryOptions());
    holdPagePerson(me.person.id);
    return me;
  } catch (error) {
    if (isNotSignedIn(error)) throw redirect({ to: "/sign-in", search: { to } });
    throw error;
  }
}
