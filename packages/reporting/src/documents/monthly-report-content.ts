import type { Money, FrozenFigures, ReportedStatus } from "@anji/figures";
import type { DocumentProfile } from "@anji/official-documents";

/** The text boxes of a report; a line break starts a paragraph. */
export type MonthlyNarrative = {
  readonly situation: string;
  readonly practice: string;
  readonly problems: string;
  readonly handling: string;
  readonly suggestions: string;
};

/** The content of a monthly report's files: frozen figures and signed text. */
export type MonthlyReportContent = {
  /** The campaign's short name, such as 社会保险基金专项治理. */
  readonly campaignName: string;
  readonly unitName: string;
  readonly issuingBody: string;
  readonly addressee: string;
  /** Such as 保社险治〔2008〕5号. */
  readonly documentNo: string;
  /** "2008-09" */
  readonly month: string;
  /** The day up to which the figures count, "2008-09-30". */
  readonly cutOffOn: string;
  /** The instant the figures were frozen, ISO 8601. */
  readonly cutOffAt: string;
  readonly phaseName: string;
  /** The month whose closing is the opening; null for the first report. */
  readonly openingMonth: string | null;
  /** Its deadline, and whether it was submitted after it. */
  readonly dueOn: string;
  readonly isLate: boolean;
  readonly completeness: { readonly reported: number; readonly of: number };
  readonly isNil: boolean;
  readonly figures: FrozenFigures;
  readonly narrative: MonthlyNarrative;
  readonly maker: string;
  readonly reviewer: string;
  readonly signer: string;
  /** Name and telephone of the person who answers questions. */
  readonly contact: string;
  /** "2008-10-08" */
  readonly signedOn: string;
  readonly profile: DocumentProfile;
  /** Head of the sealed audit chain, in small print: a paper copy proves it from outside. */
  readonly chainHead: string | null;
  /** Titles of the attachments; they follow the report's own tables in the list. */
  readonly attachments: readonly string[];
};

/** One frozen ledger line: a finding that touches two funds has two lines with one number. */
export type MonthlyFindingRow = Money & {
  readonly number: string;
  /** The key of the line in `byUnit` where this row counts: its own unit, or the city above it. */
  readonly unitKey: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly fundKey: string;
  readonly fundName: string;
  readonly categoryKey: string;
  readonly categoryName: string;
  readonly kindKey: string;
  readonly kindName: string;
  /** As precise as it is known: "2005-12-31", "1996-12" or "2005". */
  readonly occurred: string;
  readonly status: ReportedStatus;
};
