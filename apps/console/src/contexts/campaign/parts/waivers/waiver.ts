import type { Outputs } from "../../../../rpc/trpc.ts";

/** A condition that may be asked for, with its share. */
export type WaiverCondition = Outputs["campaign"]["waivers"]["list"]["conditions"][number];

/** 豁免 as the server lists it. */
export type Waiver = Outputs["campaign"]["waivers"]["list"]["items"][number];
