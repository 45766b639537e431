import type { Outputs } from "../../../../rpc/trpc.ts";

/** A person with an account, as the server lists them. */
export type Person = Outputs["jurisdictions"]["people"]["list"]["items"][number];

/** A person and their new password: shown once, kept nowhere. */
export type ToldOnce = { readonly name: string; readonly username: string; readonly password: string };
