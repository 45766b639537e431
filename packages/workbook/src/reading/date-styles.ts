import type { WorkbookParts } from "./open-workbook.ts";
import { readWholeXml } from "./read-xml.ts";

/** The cell styles (numbers of cellXfs) that show a number as a date. */
export async function dateStylesOf(parts: WorkbookParts, path: string | null): Promise<ReadonlySet<string>> {
  const styles = new Set<string>();
  if (path === null) return styles;
  const dateFormats = new Set<string>();
  let isInCellFormats = false;
  let style = 0;
  await readWholeXml(parts.stream(path), {
    open(name, attributes) {
      if (name === "numFmt" && isDateFormat(attributes["formatCode"] ?? ""))
        dateFormats.add(attributes["numFmtId"] ?? "");
      if (name === "cellXfs") isInCellFormats = true;
      if (name !== "xf" || !isInCellFormats) return;
      const format = attributes["numFmtId"] ?? "0";
      if (dateFormats.has(format) || isBuiltInDate(Number(format))) styles.add(String(style));
      style += 1;
    },
    text() {},
    close(name) {
      if (name === "cellXfs") isInCellFormats = false;
    },
  });
  return styles;
}

// ECMA-376 18.8.30: 14–22 and 45–47 everywhere, 27–36 and 50–58 in East Asian versions.
function isBuiltInDate(format: number): boolean {
  return (
    (format >= 14 && format <= 22) ||
    (format >= 27 && format <= 36) ||
    (format >= 45 && format <= 47) ||
    (format >= 50 && format <= 58)
  );
}

// Spreadsheets keep no longer format code, and the pattern below must not run over a longer text of a file.
const FORMAT_LENGTH_MAX = 255;

/** True when a format code has a year, month or day outside quotes, brackets and escapes. */
function isDateFormat(code: string): boolean {
  const [first = ""] = code.slice(0, FORMAT_LENGTH_MAX).split(";");
  return /[ymd]/i.test(first.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, ""));
}
