import { useTranslation } from "react-i18next";

/** Names one after another, divided as the reader's language divides them. */
export function useListText(): (names: readonly string[]) => string {
  const { i18n } = useTranslation();
  return (names) => names.join(i18n.language === "en" ? ", " : "、");
}
