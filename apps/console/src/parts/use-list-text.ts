import { useTranslation } from "react-i18next";

/** A list of names with the separators of the reader's language. */
export function useListText(): (names: readonly string[]) => string {
  const { i18n } = useTranslation();
  return (names) => names.join(i18n.language === "en" ? ", " : "、");
}
