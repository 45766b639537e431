import type { Outputs } from "../../../../rpc/trpc.ts";

/** 豁免 as the server lists it. */
export type Waiver = Outputs["campaign"]["waivers"]["list"]["items"][number];
