import type { Permission } from "@anji/kernel";
import { createContext, useContext } from "react";
import type { Outputs } from "../rpc/trpc.ts";

export type Me = Outputs["jurisdictions"]["me"];
export type Unit = Outputs["jurisdictions"]["units"]["tree"]["items"][number];
export type Campaign = Outputs["campaign"]["get"];

/** What every page knows: the person, the campaign, and the unit of the view. */
export type Frame = {
  readonly me: Me;
  readonly campaign: Campaign;
  readonly units: readonly Unit[];
  /** The unit the view is narrowed to, or null for the whole area of the person. */
  readonly unitCode: string | null;
  /** The unit looked at: the narrowed one or the person's own. */
  readonly scopeUnit: Unit;
  readonly may: (permission: Permission) => boolean;
};

export const FrameContext = createContext<Frame | null>(null);

export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (frame === null) throw new Error("a page stands outside the frame");
  return frame;
}
