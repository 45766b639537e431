/** What an uploaded workbook may weigh, hold and unpack to. */
export const WORKBOOK_BYTES_MAX = 20 * 1024 * 1024;
export const WORKBOOK_INFLATED_BYTES_MAX = 100 * 1024 * 1024;
export const WORKBOOK_PARTS_MAX = 200;
export const WORKBOOK_RATIO_MAX = 100;

/** More boxes than anyone can work through make a file that no spreadsheet opens quickly. */
export const ANNOTATIONS_MAX = 5000;
