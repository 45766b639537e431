import { TextRun, type IRunOptions } from "docx";

/** A run whose quotes and dashes use the East Asian font, as in official documents. */
export function officialRun(options: Omit<IRunOptions, "font"> & { eastAsia?: string }): TextRun {
  const { eastAsia, ...run } = options;
  const font =
    eastAsia === undefined ? { hint: "eastAsia" } : { hint: "eastAsia", ascii: eastAsia, hAnsi: eastAsia, eastAsia };
  return new TextRun({ ...run, font });
}
