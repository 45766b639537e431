// Characters that XML cannot hold, and marks that show text in another order than it is stored.
const FORBIDDEN = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/gu;
const LINE_END = /\r\n|[\r\n\u0085\u2028\u2029]/;

/** One line of plain text: no control characters, no reordering marks, no half surrogates. */
export function plainLine(text: string): string {
  return text
    .split(LINE_END)
    .map(cleaned)
    .filter((line) => line !== "")
    .join(" ");
}

/** The paragraphs of a text box: a line break starts one, empty lines are dropped, typed indents too. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(LINE_END)
    .map(cleaned)
    .filter((line) => line !== "");
}

function cleaned(line: string): string {
  return line.toWellFormed().replaceAll("\t", " ").replaceAll(FORBIDDEN, "").trim();
}

/** Width in characters (字): East Asian characters are one wide, the others half. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += sign.charCodeAt(0) < 0x2e80 && !/[‘’“”—…·]/.test(sign) ? 0.5 : 1;
  return width;
}

/**
 * Breaks a title into as few lines as fit, as even as possible, and never inside a segment.
 * 回行时，要做到词意完整，排列对称
 */
export function balancedLines(options: { segments: readonly string[]; maxWidth: number }): string[] {
  const { segments, maxWidth } = options;
  const [first = "", ...rest] = segments;
  let layouts: string[][] = [[first]];
  for (const segment of rest) {
    layouts = layouts.flatMap((lines) => [
      [...lines.slice(0, -1), `${lines.at(-1)}${segment}`],
      [...lines, segment],
    ]);
  }
  const cost = (lines: readonly string[]): number => {
    const widths = lines.map(widthOf);
    const widest = Math.max(...widths);
    const overflow = Math.max(0, widest - maxWidth) * 1000;
    return overflow + lines.length * 100 + widths.reduce((sum, width) => sum + (widest - width), 0) / lines.length;
  };
  return layouts.reduce((best, lines) => (cost(lines) < cost(best) ? lines : best));
}
