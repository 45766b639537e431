import type { Outputs } from "../../../../rpc/trpc.ts";

/** Somebody with an account, as the server lists them. */
export type Person = Outputs["jurisdictions"]["people"]["list"]["items"][number];

/** Who is told a password, and which: shown once, kept nowhere. */
export type ToldOnce = { readonly name: string; readonly username: string; readonly password: string };
