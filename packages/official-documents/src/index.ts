export { type Block, type Column, type FigureTable, heading, type OutlineLevel, paragraph, table } from "./blocks.ts";
export { arabicDay, arabicMonth } from "./document-dates.ts";
export { type DocumentProfile, profileOn } from "./document-profile.ts";
export type { Attachment, OfficialDocument } from "./official-document-content.ts";
export { paragraphsOf, plainLine } from "./plain-text.ts";
