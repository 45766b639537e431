import type { ReactElement } from "react";

/** The small shape beside a word of status, so that it is readable in grey print. */
export type Shape =
  | "dot"
  | "triangle"
  | "square"
  | "check"
  | "cross"
  | "diamond"
  | "dash"
  | "half"
  | "ring"
  | "arrow"
  | "back"
  | "lock";

const STROKE = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 2,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;

const DRAWINGS: Readonly<Record<Shape, ReactElement>> = {
  dot: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  triangle: <path d="M6 1.2 11.2 10.6H.8z" fill="currentColor" />,
  square: <rect x="1.2" y="1.2" width="9.6" height="9.6" fill="currentColor" />,
  check: <path d="m1.8 6.4 2.9 3 5.5-6.8" {...STROKE} />,
  cross: <path d="m2.2 2.2 7.6 7.6m0-7.6-7.6 7.6" {...STROKE} />,
  diamond: <path d="M6 1 11 6 6 11 1 6z" {...STROKE} strokeWidth={1.6} />,
  dash: <path d="M1.5 6h9" {...STROKE} strokeWidth={1.6} />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.5" {...STROKE} strokeWidth={1.4} />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
    </>
  ),
  ring: <circle cx="6" cy="6" r="4.5" {...STROKE} strokeWidth={1.4} />,
  arrow: <path d="M1.5 6h8.5M6.8 2.6 10.2 6 6.8 9.4" {...STROKE} strokeWidth={1.7} />,
  back: <path d="M4.4 2 1.5 4.8l2.9 2.8M1.8 4.8h5.7a2.6 2.6 0 0 1 2.6 2.6V10" {...STROKE} strokeWidth={1.7} />,
  lock: (
    <>
      <rect x="1.8" y="5.2" width="8.4" height="6" rx="1" fill="currentColor" />
      <path d="M3.7 5V3.7a2.3 2.3 0 0 1 4.6 0V5" {...STROKE} strokeWidth={1.5} />
    </>
  ),
};

export function Mark({ shape, size }: { shape: Shape; size?: number }) {
  const side = size ?? 12;
  return (
    <svg width={side} height={side} viewBox="0 0 12 12" aria-hidden="true" focusable="false" style={{ flex: "none" }}>
      {DRAWINGS[shape]}
    </svg>
  );
}
