/** The colours of both appearances, by the role they play. Everything on screen is painted from these. */
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

/** The style sheet that gives each role as a custom property, e.g. `--ink-second`. */
export function colourSheet(): string {
  return (["light", "dark"] as const)
    .map((appearance) => {
      const lines = Object.entries(COLOURS[appearance]).map(([role, value]) => `--${kebab(role)}: ${value};`);
      return `:root[data-appearance="${appearance}"] { color-scheme: ${appearance}; ${lines.join(" ")} }`;
    })
    .concat(`:root { --sans: ${SANS}; --serif: ${SERIF}; }`)
    .join("\n");
}

function kebab(role: string): string {
  return role.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
