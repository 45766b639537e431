/** The colours of both appearances, by their role. Everything on screen uses these. */
export const COLOURS = {
  light: {
    ground: "#EDF0EF",
    surface: "#FFFFFF",
    raised: "#F4F6F5",
    sunken: "#E6EBE9",
    line: "#D8DEDC",
    lineStrong: "#AEB9B5",
    ink: "#17211F",
    inkSecond: "#43504C",
    inkThird: "#5C6965",
    primary: "#1C5661",
    primaryHover: "#15434C",
    primaryWash: "#E0ECED",
    onPrimary: "#FFFFFF",
    good: "#2C6A3A",
    goodWash: "#E4F0E5",
    soon: "#855000",
    soonWash: "#FBF0DA",
    overdue: "#AC2318",
    overdueWash: "#FBE8E4",
    onOverdue: "#FFFFFF",
    referred: "#5A3D8A",
    referredWash: "#EEE8F6",
    seal: "#B0281D",
  },
  dark: {
    ground: "#0F1514",
    surface: "#171F1D",
    raised: "#1D2724",
    sunken: "#26322F",
    line: "#2F3B38",
    lineStrong: "#4C5B57",
    ink: "#E7EDEB",
    inkSecond: "#BAC5C1",
    inkThird: "#97A5A0",
    primary: "#84BFC8",
    primaryHover: "#A0D0D7",
    primaryWash: "#1C3A40",
    onPrimary: "#0F1514",
    good: "#8AC795",
    goodWash: "#1B3321",
    soon: "#E4B465",
    soonWash: "#382A10",
    overdue: "#F2958A",
    overdueWash: "#431D18",
    onOverdue: "#0F1514",
    referred: "#BFA9E8",
    referredWash: "#2C2340",
    seal: "#D9564A",
  },
} as const;

export type Appearance = keyof typeof COLOURS;
export type ColourRole = keyof (typeof COLOURS)["light"];

export const SANS =
  '"Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "Segoe UI", sans-serif';
const SERIF = '"Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif';

/** Steps of space, in px: between signs, inside controls, between panels. */
export const SPACE = {
  hair: 2,
  thin: 4,
  snug: 6,
  small: 8,
  medium: 12,
  large: 16,
  wide: 24,
  broad: 32,
  vast: 48,
} as const;

/** Sizes of type with their line height, in px. */
export const TYPE = {
  mark: { size: 12, line: 16 },
  note: { size: 13, line: 20 },
  body: { size: 14, line: 22 },
  lead: { size: 16, line: 24 },
  title: { size: 20, line: 26 },
  page: { size: 24, line: 32 },
} as const;

/** Heights of the bars above and, on a narrow screen, below the page, in px. */
const BARS = { top: 56, bottom: 76 } as const;

/** The three widths at which a page changes, in px: a phone, a page without room for the side bar, a page without columns. */
export const BREAKPOINTS = { phone: 560, tablet: 860, laptop: 1240 } as const;

/** The media query behind `(--tablet)`, at most that wide, and `(--beyond-tablet)`, wider. */
export function mediaOf(name: string): string {
  const width = Object.entries(BREAKPOINTS).find(([one]) => one === name.replace(/^beyond-/, ""))?.[1];
  if (width === undefined) throw new Error(`no such breakpoint: ${name}`);
  return name.startsWith("beyond-") ? `(min-width: ${width + 1}px)` : `(max-width: ${width}px)`;
}

/** The style sheet with each token as a custom property, such as `--ink-second`, `--space-medium`. */
export function tokenSheet(): string {
  return (["light", "dark"] as const)
    .map((appearance) => {
      const lines = Object.entries(COLOURS[appearance]).map(([role, value]) => `--${kebab(role)}: ${value};`);
      return `:root[data-appearance="${appearance}"] { color-scheme: ${appearance}; ${lines.join(" ")} }`;
    })
    .concat(`:root { --sans: ${SANS}; --serif: ${SERIF}; ${measures().join(" ")} }`)
    .join("\n");
}

function measures(): string[] {
  return [
    ...Object.entries(SPACE).map(([step, px]) => `--space-${step}: ${px}px;`),
    ...Object.entries(TYPE).flatMap(([name, { size, line }]) => [
      `--text-${name}: ${size}px;`,
      `--line-${name}: ${line}px;`,
    ]),
    ...Object.entries(BARS).map(([bar, px]) => `--bar-${bar}: ${px}px;`),
  ];
}

function kebab(role: string): string {
  return role.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
