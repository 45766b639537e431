import type { Locale } from "./actor.ts";
import type { RefusalParams } from "./refusal.ts";

/**
 * A rule: one message per language, and the plan clause or article it comes from. `{name}` in a message is a parameter.
 * Screen, sheet import, API and document all use it.
 */
export type Rule = {
  readonly clause: string | null;
  /** Left out where the rule is about the content. */
  readonly about?: RuleAbout;
  readonly "zh-CN": string;
  readonly en: string;
};

/** What a rule looks at: whose act it is, in which state the subject is, or what was entered. */
export const RULE_ABOUT = ["whose", "state", "content"] as const;
export type RuleAbout = (typeof RULE_ABOUT)[number];
export type RuleBook = Readonly<Record<string, Rule>>;

export function ruleMessage(book: RuleBook, key: string, params: RefusalParams, locale: Locale): string {
  const rule = book[key];
  if (rule === undefined) throw new Error(`rule without a message: ${key}`);
  return rule[locale].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ""));
}

export const kernelRules = {
  "kernel.notSignedIn": {
    clause: null,
    "zh-CN": "登录已失效，请重新登录。",
    en: "You are not signed in. Sign in again.",
  },
  "kernel.otherPerson": {
    clause: null,
    "zh-CN": "现在登录的是{unit}{name}，不是打开这一页的人。没有提交；填写的内容仍在。",
    en: "{name} of {unit} is signed in now, not the person who opened this page. Nothing was sent; what was typed is kept.",
  },
  "kernel.passwordDue": {
    clause: null,
    "zh-CN": "当前密码由管理员设定，请先修改为自己的密码，再办理事项。",
    en: "An administrator set your password. Change it to your own first.",
  },
  "kernel.foreignOrigin": {
    clause: null,
    "zh-CN": "请求不是从本系统的页面发出的，未予办理。请在本系统内重新操作。",
    en: "This request did not come from a page of this system and was not carried out. Repeat it in this system.",
  },
  "kernel.notFound": {
    clause: null,
    "zh-CN": "没有找到，或不在您的管理范围内。",
    en: "Not found, or outside your area.",
  },
  "kernel.levelMayNot": {
    clause: null,
    about: "whose",
    "zh-CN": "本级不能办理此事项。",
    en: "Your level of government cannot do this.",
  },
  "kernel.roleMayNot": {
    clause: null,
    about: "whose",
    "zh-CN": "您的岗位不能办理此事项。",
    en: "Your role cannot do this.",
  },
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
  "kernel.fieldTooLong": { clause: null, "zh-CN": "不能超过 {maximum} 个字。", en: "At most {maximum} characters." },
  "kernel.fieldTooSmall": { clause: null, "zh-CN": "不能小于 {minimum}。", en: "Not less than {minimum}." },
  "kernel.fieldTooLarge": { clause: null, "zh-CN": "不能大于 {maximum}。", en: "Not more than {maximum}." },
  "kernel.fieldTooFew": { clause: null, "zh-CN": "至少 {minimum} 项。", en: "At least {minimum} items." },
  "kernel.fieldTooMany": { clause: null, "zh-CN": "最多 {maximum} 项。", en: "At most {maximum} items." },
  "kernel.textControls": {
    clause: null,
    "zh-CN": "含有不能保存的控制字符。",
    en: "It contains control characters that cannot be stored.",
  },
  "kernel.idInvalid": { clause: null, "zh-CN": "编号格式不正确。", en: "This is not an identifier." },
  "kernel.unitCodeInvalid": { clause: null, "zh-CN": "单位代码应为 6 位数字。", en: "A unit code has six digits." },
  "kernel.dayInvalid": {
    clause: null,
    "zh-CN": "日期应为实际存在的某年-月-日。",
    en: "Give a day that exists, as YYYY-MM-DD.",
  },
  "kernel.monthInvalid": { clause: null, "zh-CN": "月份应为某年-月。", en: "Give a month as YYYY-MM." },
  "kernel.dateInvalid": {
    clause: null,
    "zh-CN": "日期与所选精度（年、月、日）不符。",
    en: "The date does not match its precision (year, month or day).",
  },
  "kernel.dateMissing": { clause: null, "zh-CN": "日期 {text} 不存在。", en: "There is no day {text}." },
  "kernel.dateNotRead": { clause: null, "zh-CN": "“{text}”不是日期。", en: "“{text}” is not a date." },
  "kernel.amountInvalid": {
    clause: null,
    "zh-CN": "金额应以分为单位的整数传送。",
    en: "Send an amount as a whole number of fen.",
  },
  "kernel.amountNegative": { clause: null, "zh-CN": "金额不能为负数。", en: "An amount cannot be negative." },
  "kernel.amountTooLarge": {
    clause: null,
    "zh-CN": "金额超出可记录的范围。",
    en: "The amount is beyond what can be recorded.",
  },
  "kernel.amountTooFine": {
    clause: null,
    "zh-CN": "金额“{text}”不足一分的部分不能记录。",
    en: "“{text}” has a part below one fen, which cannot be recorded.",
  },
  "kernel.amountNotNumber": { clause: null, "zh-CN": "金额“{text}”不是数字。", en: "“{text}” is not an amount." },
  "kernel.tooLarge": { clause: null, "zh-CN": "内容过大，请减少后再提交。", en: "Too large. Send less at once." },
  "kernel.tooMany": { clause: null, "zh-CN": "请求过多，请稍后再试。", en: "Too many requests. Try again shortly." },
  "kernel.defect": {
    clause: null,
    "zh-CN": "系统出现故障，您的内容没有丢失，请稍后重试。编号 {requestId}。",
    en: "The system has a fault; nothing you entered is lost. Try again shortly. Reference {requestId}.",
  },
} as const satisfies RuleBook;
