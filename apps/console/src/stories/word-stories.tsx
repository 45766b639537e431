import { Chip, ChipRow } from "../parts/Chip.tsx";
import { DueWord } from "../parts/DueWord.tsx";
import { Mark, type Shape } from "../parts/Mark.tsx";
import { Money } from "../parts/Money.tsx";
import { StatusWord, type Tone } from "../parts/StatusWord.tsx";
import { StepLine } from "../parts/StepLine.tsx";
import { nothing, story } from "./story.ts";

const SHAPES = {
  dot: true,
  triangle: true,
  square: true,
  check: true,
  cross: true,
  diamond: true,
  dash: true,
  half: true,
  ring: true,
  arrow: true,
  back: true,
  lock: true,
} as const satisfies Readonly<Record<Shape, true>>;
const TONES = {
  plain: "half",
  muted: "dash",
  primary: "half",
  good: "check",
  soon: "triangle",
  overdue: "square",
  referred: "arrow",
} as const satisfies Readonly<Record<Tone, Shape>>;
const STEPS = ["已登记", "已定性", "整改中", "待验收", "已销号"];

function named<Name extends string, Value>(table: Readonly<Record<Name, Value>>): [Name, Value][] {
  // The entries of a table keep its keys.
  return Object.entries(table) as [Name, Value][];
}

export const wordStories = [
  story("Mark", Object.fromEntries(named(SHAPES).map(([shape]) => [shape, <Mark key={shape} shape={shape} />]))),
  story(
    "StatusWord",
    Object.fromEntries(
      named(TONES).map(([tone, shape]) => [
        tone,
        <StatusWord key={tone} tone={tone} shape={shape}>
          未达标
        </StatusWord>,
      ]),
    ),
  ),
  story("DueWord", {
    unset: <DueWord dueOn={null} />,
    normal: <DueWord dueOn="2009-06-30" />,
    soon: <DueWord dueOn="2009-02-20" />,
    today: <DueWord dueOn="2009-02-17" />,
    overdue: <DueWord dueOn="2009-01-31" />,
  }),
  story("Money", {
    plain: <Money fen="123456789012" />,
    "with its unit": <Money fen="123456" withUnit />,
    zero: <Money fen="0" withUnit />,
    negative: <Money fen="-50000" withUnit />,
  }),
  story("Chip", {
    off: (
      <Chip isOn={false} count={null} onToggle={nothing}>
        未销号
      </Chip>
    ),
    on: (
      <Chip isOn count={null} onToggle={nothing}>
        未销号
      </Chip>
    ),
    counted: (
      <Chip isOn={false} count={128} onToggle={nothing}>
        待办和退回
      </Chip>
    ),
    "a row of many": (
      <ChipRow label="常用视图">
        {["全部", "未销号", "未定计划", "临期", "超期", "已报整改待复核", "检查新发现"].map((name, at) => (
          <Chip key={name} isOn={at === 0} count={at * 7} onToggle={nothing}>
            {name}
          </Chip>
        ))}
      </ChipRow>
    ),
  }),
  story("StepLine", {
    first: <StepLine label="办理状态" steps={STEPS} at={0} />,
    between: <StepLine label="办理状态" steps={STEPS} at={2} />,
    over: <StepLine label="办理状态" steps={STEPS} at={STEPS.length} />,
  }),
];
