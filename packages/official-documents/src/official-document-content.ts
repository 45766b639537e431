import type { Block } from "./blocks.ts";
import type { DocumentProfile } from "./document-profile.ts";

/** 附件: listed under the text. One with its own blocks follows on a new page. */
export type Attachment = { readonly title: string; readonly blocks: readonly Block[] };

/** The parts of an official document (公文) by GB/T 9704, in their order on the page. */
export type OfficialDocument = {
  readonly profile: DocumentProfile;
  /** 发文机关 */
  readonly issuingBody: string;
  /** 发文字号 */
  readonly documentNo: string;
  /** 签发人, named only in a document to a higher level. */
  readonly signer: string | null;
  /** The title in segments that are never broken. */
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
  /** The instant the content was frozen; the file has no other time. */
  readonly frozenAt: string;
};
