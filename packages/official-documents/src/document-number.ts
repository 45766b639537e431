import { plainLine } from "./plain-text.ts";

const DOCUMENT_NO = /^(.*?)\s*[[(（［【〔﹝]\s*(\d{4})\s*[\])）］】〕﹞]\s*第?\s*0*(\d+)\s*号?$/;

/** 发文字号 as the standard writes it: 六角括号, the full year, no 第, no leading zeros. */
export function documentNumber(text: string): string {
  const line = plainLine(text).replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const [, body, year, serial] = DOCUMENT_NO.exec(line) ?? [];
  return body === undefined ? line : `${body}〔${year}〕${serial}号`;
}
