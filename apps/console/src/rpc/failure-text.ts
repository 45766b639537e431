import i18next from "i18next";
import { refusalOf } from "./refusal.ts";

/** One sentence about why something could not be read. */
export function failureText(error: unknown): string {
  const refusal = refusalOf(error);
  return refusal === null ? i18next.t("states.offline") : refusal.message;
}
