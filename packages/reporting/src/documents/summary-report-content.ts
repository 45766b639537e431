import type { LedgerFigures } from "@anji/figures";
import type { DocumentProfile } from "@anji/official-documents";
import type { CityStanding } from "../city-standing.ts";

/** The text boxes of a summary; a line break starts a paragraph. */
export type SummaryNarrative = {
  readonly situation: string;
  readonly practice: string;
  readonly problems: string;
  readonly results: string;
  /** 客观评价基金监管现状 */
  readonly appraisal: string;
  /** 加强体制、机制、制度建设，深化源头治理工作的意见和建议 */
  readonly suggestions: string;
};

/** The content of a city's summary (专题总结报告): frozen figures and signed text. */
export type SummaryReportContent = {
  readonly campaignName: string;
  readonly unitName: string;
  readonly issuingBody: string;
  readonly addressee: string;
  readonly documentNo: string;
  /** First and last day of the period. */
  readonly startsOn: string;
  readonly cutOffOn: string;
  readonly cutOffAt: string;
  readonly completeness: { readonly reported: number; readonly of: number };
  readonly figures: LedgerFigures;
  /** Its deadline, and whether it was submitted after it. */
  readonly dueOn: string;
  readonly isLate: boolean;
  /** How the cities had reported, for the province's summary; empty for a city's. */
  readonly cities: readonly CityStanding[];
  readonly narrative: SummaryNarrative;
  /** In the province's report: the cities without a summary, each with the waiver that says so. */
  readonly waived: readonly {
    readonly unitName: string;
    readonly kind: "delay" | "exemption";
    readonly expiresOn: string;
    readonly documentNo: string | null;
  }[];
  readonly maker: string;
  readonly reviewer: string;
  readonly signer: string;
  readonly contact: string;
  readonly signedOn: string;
  readonly profile: DocumentProfile;
  readonly chainHead: string | null;
  readonly attachments: readonly string[];
};
