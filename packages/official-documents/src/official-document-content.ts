import type { Block } from "./blocks.ts";

/** GB/T 9704-2012 is in force; documents of 2008–2009 followed GB/T 9704-1999 (主题词, date in Chinese numerals). */
export const DOCUMENT_PROFILES = ["2012", "1999"] as const;
export type DocumentProfile = (typeof DOCUMENT_PROFILES)[number];

const PROFILE_2012_FROM = "2012-07-01";

/** The form in force on a day. */
export function profileOn(day: string): DocumentProfile {
  return day < PROFILE_2012_FROM ? "1999" : "2012";
}

/** 附件: listed under the text; one with blocks of its own follows on a new page. */
export type Attachment = { readonly title: string; readonly blocks: readonly Block[] };

/** The parts of an official document (公文) by GB/T 9704, in the order in which they stand on the page. */
export type OfficialDocument = {
  readonly profile: DocumentProfile;
  /** 发文机关 */
  readonly issuingBody: string;
  /** 发文字号 */
  readonly documentNo: string;
  /** 签发人, named only in a document that goes up. */
  readonly signer: string | null;
  /** The title in pieces that must not be broken. */
  readonly titleSegments: readonly string[];
  /** 主送机关 */
  readonly addressee: string | null;
  readonly blocks: readonly Block[];
  readonly attachments: readonly Attachment[];
  /** 成文日期, "2008-10-08" */
  readonly signedOn: string;
  /** 附注, set in brackets under the date. */
  readonly remark: string | null;
  /** 主题词, printed in the 1999 profile only. */
  readonly subjectWords: readonly string[];
  /** 抄送机关 */
  readonly copiesTo: string | null;
  /** Small print under the imprint: cut-off and head of the audit chain. */
  readonly witness: string | null;
  /** The instant the content was frozen; the file carries no other time. */
  readonly frozenAt: string;
};
