import type { Locale } from "./actor.ts";
import type { RefusalParams } from "./refusal.ts";

/**
 * A rule: its one message per language and the plan clause or article it comes from.
 * `{name}` in a message stands for a parameter. Used alike by screen, sheet import, API and document.
 */
export type Rule = {
  readonly clause: string | null;
  readonly "zh-CN": string;
  readonly en: string;
};
export type RuleBook = Readonly<Record<string, Rule>>;

export function ruleMessage(book: RuleBook, key: string, params: RefusalParams, locale: Locale): string {
  const rule = book[key];
  if (rule === undefined) throw new Error(`rule without a message: ${key}`);
  return rule[locale].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ""));
}

export const kernelRules = {
  "kernel.notSignedIn": { clause: null, "zh-CN": "登录已失效，请重新登录。", en: "You are not signed in. Sign in again." },
  "kernel.notFound": { clause: null, "zh-CN": "没有找到，或不在您的管理范围内。", en: "Not found, or outside your area." },
  "kernel.levelMayNot": {
    clause: null,
    "zh-CN": "本级不能办理此事项。",
    en: "Your level of government cannot do this.",
  },
  "kernel.roleMayNot": { clause: null, "zh-CN": "您的岗位不能办理此事项。", en: "Your role cannot do this." },
  "kernel.stale": {
    clause: null,
    "zh-CN": "该记录已被他人改动，已显示最新内容，请核对后再提交。",
    en: "Someone else changed this record. The current content is shown; check it and submit again.",
  },
  "kernel.commandReused": {
    clause: null,
    "zh-CN": "同一提交编号已用于另一项内容，请刷新页面后重新提交。",
    en: "This command id was already used for another input. Reload the page and submit again.",
  },
  "kernel.invalidInput": { clause: null, "zh-CN": "填写有误，请按提示修改。", en: "Some fields need correction." },
  "kernel.fieldRequired": { clause: null, "zh-CN": "必填。", en: "Required." },
  "kernel.fieldInvalid": { clause: null, "zh-CN": "格式不正确。", en: "The format is not right." },
  "kernel.fieldUnknown": { clause: null, "zh-CN": "不能识别的项目：{keys}。", en: "Unknown field: {keys}." },
  "kernel.fieldTooShort": { clause: null, "zh-CN": "至少 {minimum} 个字。", en: "At least {minimum} characters." },
  "kernel.fieldTooLong": { clause: null, "zh-CN": "不能超过 {maximum}。", en: "At most {maximum}." },
  "kernel.fieldTooSmall": { clause: null, "zh-CN": "不能小于 {minimum}。", en: "Not less than {minimum}." },
  "kernel.tooLarge": { clause: null, "zh-CN": "内容过大，请减少后再提交。", en: "Too large. Send less at a time." },
  "kernel.tooMany": { clause: null, "zh-CN": "请求过多，请稍后再试。", en: "Too many requests. Try again shortly." },
  "kernel.defect": {
    clause: null,
    "zh-CN": "系统出现故障，您的内容没有丢失，请稍后重试。编号 {requestId}。",
    en: "Something broke on our side; nothing you entered is lost. Try again shortly. Reference {requestId}.",
  },
} as const satisfies RuleBook;
