import type { RefusalParams } from "./refusal.ts";

/** What a person's text was read as, or the rule it breaks. */
export type Reading<Value> =
  | { readonly isRead: true; readonly value: Value }
  | { readonly isRead: false; readonly rule: string; readonly params: RefusalParams };

export function read<Value>(value: Value): Reading<Value> {
  return { isRead: true, value };
}

export function unread(rule: string, params: RefusalParams): Reading<never> {
  return { isRead: false, rule, params };
}

/** Full-width digits and signs of a Chinese keyboard in half-width form; all blanks removed. */
export function halfWidth(text: string): string {
  return text
    .replaceAll(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\s\u3000\u200b\ufeff]/g, "");
}
