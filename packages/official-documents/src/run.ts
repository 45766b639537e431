import { TextRun, type IRunOptions } from "docx";

/** A run whose quotes and dashes take the East Asian font, as official documents are set. */
export function officialRun(options: Omit<IRunOptions, "font"> & { eastAsia?: string }): TextRun {
  const { eastAsia, ...run } = options;
  const font =
    eastAsia === undefined ? { hint: "eastAsia" } : { hint: "eastAsia", ascii: eastAsia, hAnsi: eastAsia, eastAsia };
  return new TextRun({ ...run, font });
}
