/** GB/T 9704-2012 is in force; documents of 2008–2009 followed GB/T 9704-1999 (主题词, date in Chinese numerals). */
export const DOCUMENT_PROFILES = ["2012", "1999"] as const;
export type DocumentProfile = (typeof DOCUMENT_PROFILES)[number];

const PROFILE_2012_FROM = "2012-07-01";

/** The form in force on a day. */
export function profileOn(day: string): DocumentProfile {
  return day < PROFILE_2012_FROM ? "1999" : "2012";
}
