import i18next from "i18next";

/** Tells the language chosen in the console where no header can: in the address of a stream or of a download. */
export function inChosenLanguage(): string {
  return new URLSearchParams({ language: i18next.language }).toString();
}
