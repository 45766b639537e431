/** Limits of an uploaded workbook: size, parts, unpacked size. */
export const WORKBOOK_BYTES_MAX = 20 * 1024 * 1024;
export const WORKBOOK_INFLATED_BYTES_MAX = 100 * 1024 * 1024;
export const WORKBOOK_PARTS_MAX = 200;
export const WORKBOOK_RATIO_MAX = 100;

/** With more boxes no spreadsheet opens the file quickly, and nobody can work through them. */
export const ANNOTATIONS_MAX = 5000;
