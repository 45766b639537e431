import { type MappingAlgorithm, theme, type ThemeConfig } from "antd";
import { type Appearance, COLOURS, SANS, SPACE, TYPE } from "./tokens.ts";

/** The tokens given to antd, so that its controls look like our own parts. */
export function antdTheme(appearance: Appearance): ThemeConfig {
  const colour = COLOURS[appearance];
  return {
    algorithm: [appearance === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm, exactly(appearance)],
    token: {
      fontFamily: SANS,
      fontSize: TYPE.body.size,
      borderRadius: 4,
      borderRadiusLG: 6,
      controlHeight: 34,
      controlHeightLG: 40,
      controlHeightSM: 28,
      wireframe: false,
      colorPrimary: colour.primary,
      colorPrimaryHover: colour.primaryHover,
      colorPrimaryBg: colour.primaryWash,
      colorLink: colour.primary,
      colorLinkHover: colour.primaryHover,
      colorSuccess: colour.good,
      colorWarning: colour.soon,
      colorError: colour.overdue,
      colorErrorBg: colour.overdueWash,
      colorInfo: colour.primary,
      colorText: colour.ink,
      colorTextSecondary: colour.inkSecond,
      colorTextTertiary: colour.inkThird,
      colorTextPlaceholder: colour.inkThird,
      colorTextDescription: colour.inkThird,
      colorTextDisabled: colour.inkThird,
      colorBgLayout: colour.ground,
      colorBgContainer: colour.surface,
      colorBgElevated: colour.surface,
      colorFillAlter: colour.raised,
      colorFillSecondary: colour.sunken,
      colorBorder: colour.lineStrong,
      colorBorderSecondary: colour.line,
      colorSplit: colour.line,
      colorTextLightSolid: colour.onPrimary,
      // A busy button keeps its contrast; the spinner is enough.
      opacityLoading: 1,
      motionDurationMid: "0.12s",
      motionDurationSlow: "0.16s",
    },
    components: {
      Button: {
        primaryShadow: "none",
        defaultShadow: "none",
        dangerShadow: "none",
        primaryColor: colour.onPrimary,
        fontWeight: 500,
      },
      Form: {
        itemMarginBottom: SPACE.large + SPACE.thin,
        verticalLabelPadding: `0 0 ${SPACE.thin}px`,
        labelColor: colour.inkSecond,
      },
      Tooltip: { colorBgSpotlight: COLOURS.light.ink, colorTextLightSolid: COLOURS.dark.ink },
      Select: { optionSelectedBg: colour.primaryWash, optionSelectedColor: colour.ink },
      Tabs: { horizontalMargin: `0 0 ${SPACE.medium}px 0` },
    },
  };
}

/** antd derives shades from each colour. Shades that we name stay as named. */
function exactly(appearance: Appearance): MappingAlgorithm {
  const colour = COLOURS[appearance];
  return (seed, derived) => ({
    ...(derived ?? theme.defaultAlgorithm(seed)),
    colorPrimary: colour.primary,
    colorPrimaryHover: colour.primaryHover,
    colorPrimaryActive: colour.primaryHover,
    colorPrimaryBorder: colour.primary,
    colorPrimaryBg: colour.primaryWash,
    colorSuccess: colour.good,
    colorSuccessBg: colour.goodWash,
    colorWarning: colour.soon,
    colorWarningBg: colour.soonWash,
    colorError: colour.overdue,
    colorErrorBg: colour.overdueWash,
    colorLink: colour.primary,
    colorLinkHover: colour.primaryHover,
  });
}
