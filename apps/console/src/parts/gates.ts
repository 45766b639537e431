import type { GateState } from "@anji/campaign";
import type { Shape } from "./Mark.tsx";
import type { Tone } from "./StatusWord.tsx";

export const GATE_LOOKS = {
  pass: { tone: "good", shape: "check" },
  fail: { tone: "overdue", shape: "cross" },
  unmet: { tone: "overdue", shape: "square" },
  waived: { tone: "soon", shape: "diamond" },
  none: { tone: "muted", shape: "dash" },
} as const satisfies Readonly<Record<GateState, { tone: Tone; shape: Shape }>>;
