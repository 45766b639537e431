import type { WaiverState } from "@anji/campaign";
import type { Shape } from "../../../../parts/Mark.tsx";
import type { Tone } from "../../../../parts/StatusWord.tsx";

export const WAIVER_LOOKS = {
  requested: { tone: "soon", shape: "half" },
  lapsed: { tone: "overdue", shape: "dash" },
  approved: { tone: "soon", shape: "diamond" },
  rejected: { tone: "overdue", shape: "back" },
  expired: { tone: "muted", shape: "dash" },
  met: { tone: "good", shape: "check" },
  unmet: { tone: "overdue", shape: "square" },
} as const satisfies Readonly<Record<WaiverState, { tone: Tone; shape: Shape }>>;
