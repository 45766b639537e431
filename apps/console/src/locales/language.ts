import type { Locale } from "@anji/kernel";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";

/** The words of each language: the source text at once, English when it is first asked for. */
export type Sources = { readonly "zh-CN": object; readonly en: () => Promise<object> };

const KEY = "anji.language";
let english: Sources["en"] = () => Promise.resolve({});

export async function startLanguage(sources: Sources): Promise<void> {
  ({ en: english } = sources);
  await i18next.use(initReactI18next).init({
    lng: "zh-CN",
    fallbackLng: "zh-CN",
    resources: { "zh-CN": { translation: sources["zh-CN"] } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  if (localStorage.getItem(KEY) === "en") await speak("en");
}

export async function speak(language: Locale): Promise<void> {
  if (language === "en" && !i18next.hasResourceBundle("en", "translation"))
    i18next.addResourceBundle("en", "translation", await english());
  localStorage.setItem(KEY, language);
  await i18next.changeLanguage(language);
}
