import { assertNever, dayText, monthText, parseDay, parseMonth } from "@anji/kernel";

import type { DocumentProfile } from "./document-profile.ts";

const NUMERALS = "〇一二三四五六七八九";

/** 2008年9月30日: full year, no leading zeros. */
export function arabicDay(text: string): string {
  const on = parseDay(text);
  if (on === null) throw new Error(`not a day: ${text}`);
  return dayText(on, "zh-CN");
}

/** 成文日期: Arabic numerals since 2012, Chinese ones before, as in 二〇〇八年七月一日. */
export function signingDay(options: { on: string; profile: DocumentProfile }): string {
  switch (options.profile) {
    case "2012":
      return arabicDay(options.on);
    case "1999":
      return chineseDay(arabicDay(options.on));
    default:
      return assertNever(options.profile);
  }
}

/** 2008年9月 */
export function arabicMonth(text: string): string {
  const month = parseMonth(text);
  if (month === null) throw new Error(`not a month: ${text}`);
  return monthText(month, "zh-CN");
}

/** 1 → 一, 10 → 十, 21 → 二十一, up to 99. */
export function chineseCount(count: number): string {
  if (count < 1 || count > 99 || !Number.isInteger(count)) throw new Error(`no heading number for ${count}`);
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  const head = tens === 0 ? "" : tens === 1 ? "十" : `${NUMERALS[tens]}十`;
  return `${head}${ones === 0 ? "" : NUMERALS[ones]}`;
}

function chineseDay(text: string): string {
  return text
    .replace(/^\d+/, (year) => year.replaceAll(/\d/g, (digit) => NUMERALS[Number(digit)] ?? ""))
    .replaceAll(/\d+/g, (count) => chineseCount(Number(count)));
}
