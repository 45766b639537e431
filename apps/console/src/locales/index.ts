import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { zhCN } from "./zh-CN.ts";

export const LANGUAGES = ["zh-CN", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = "anji.language";

/** zh-CN is in the first load; English is fetched when someone chooses it. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: "zh-CN",
    fallbackLng: "zh-CN",
    resources: { "zh-CN": { translation: zhCN } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const stored = localStorage.getItem(KEY);
  if (stored === "en") await speak("en");
}

export async function speak(language: Language): Promise<void> {
  if (language === "en" && !i18next.hasResourceBundle("en", "translation")) {
    const { en } = await import("./en.ts");
    i18next.addResourceBundle("en", "translation", en);
  }
  localStorage.setItem(KEY, language);
  await i18next.changeLanguage(language);
}
