import type { Outputs } from "../../rpc/trpc.ts";

/** Somebody with an account, as the server lists them. */
export type Person = Outputs["jurisdictions"]["people"]["list"]["items"][number];
