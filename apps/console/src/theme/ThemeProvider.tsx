import { App, ConfigProvider } from "antd";
import zhCN from "antd/locale/zh_CN";
import enUS from "antd/locale/en_US";
import { type ReactNode, useLayoutEffect } from "react";
import { useTranslation } from "react-i18next";
import { antdTheme } from "./antd-theme.ts";
import { useAppearance } from "./appearance.ts";
import { tokenSheet } from "./tokens.ts";

/** Messages do not cover the bar with scope, phase and person. */
const BELOW_BAR = 64;

export function ThemeProvider({ children }: { children: ReactNode }) {
  const { appearance } = useAppearance();
  const { i18n } = useTranslation();
  useLayoutEffect(() => {
    document.documentElement.dataset["appearance"] = appearance;
    document.documentElement.lang = i18n.language;
  }, [appearance, i18n.language]);
  return (
    <ConfigProvider
      theme={antdTheme(appearance)}
      locale={i18n.language === "en" ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: true, validateMessages: {} }}
    >
      <style>{tokenSheet()}</style>
      <App component={false} message={{ top: BELOW_BAR }}>
        {children}
      </App>
    </ConfigProvider>
  );
}
