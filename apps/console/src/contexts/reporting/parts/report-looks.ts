export const REPORT_LOOKS = {
  missing: { tone: "overdue", shape: "cross" },
  draft: { tone: "primary", shape: "half" },
  submitted: { tone: "soon", shape: "arrow" },
  returned: { tone: "overdue", shape: "back" },
  received: { tone: "good", shape: "check" },
} as const;

export const LATE_LOOK = { tone: "soon", shape: "triangle" } as const;

export function isHandedIn(status: keyof typeof REPORT_LOOKS): boolean {
  return status === "submitted" || status === "received";
}
