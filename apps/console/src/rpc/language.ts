import i18next from "i18next";

/** Sends the chosen language in the address of a stream or a download, where a header is not possible. */
export function inChosenLanguage(): string {
  return new URLSearchParams({ language: i18next.language }).toString();
}
