import { refusalOfAnswer } from "@anji/kernel";
import i18next from "i18next";

/** One sentence about why something could not be read. */
export function failureText(error: unknown): string {
  const refusal = refusalOfAnswer(error);
  return refusal === null ? i18next.t("states.offline") : refusal.message;
}
