import { commandId, dayInput, expectedVersion, idOf, textInput, unitCode } from "@anji/kernel";
import { z } from "zod";
import { GROUP_POSITIONS } from "./position.ts";

const NAME_MAX = 60;
const BODY_MAX = 80;
const DOCUMENT_NO_MAX = 80;
const MEMBERS_MAX = 60;
const SECTION_MAX = 5000;
const REASON_MAX = 500;
const TITLE_MAX = 100;

/** The limits of a form: characters, and members of a group. */
export const organisationLimits = {
  name: NAME_MAX,
  body: BODY_MAX,
  documentNo: DOCUMENT_NO_MAX,
  members: MEMBERS_MAX,
  title: TITLE_MAX,
  section: SECTION_MAX,
  reason: REASON_MAX,
} as const;

const campaignId = idOf("campaign");
const documentNo = textInput({ min: 1, max: DOCUMENT_NO_MAX });

const member = z.strictObject({
  position: z.enum(GROUP_POSITIONS),
  name: textInput({ min: 1, max: NAME_MAX }),
  body: textInput({ min: 1, max: BODY_MAX }),
});
const members = z
  .array(member)
  .min(1)
  .max(MEMBERS_MAX)
  .refine((list) => list.filter((one) => one.position === "head").length === 1, "organisation.leadingGroupHead");

export const listLeadingGroupsInput = z.strictObject({ campaignId });
export const establishLeadingGroupInput = z.strictObject({
  commandId,
  campaignId,
  unitCode,
  establishedOn: dayInput,
  documentNo,
  members,
});
export const changeLeadingGroupMembersInput = z.strictObject({
  commandId,
  id: idOf("leadingGroup"),
  version: expectedVersion,
  members,
});

const planFields = {
  title: textInput({ min: 2, max: TITLE_MAX }),
  documentNo,
  filedOn: dayInput,
  tasks: textInput({ min: 2, max: SECTION_MAX }),
  goals: textInput({ min: 2, max: SECTION_MAX }),
  division: textInput({ min: 2, max: SECTION_MAX }),
  measures: textInput({ min: 2, max: SECTION_MAX }),
  fileId: idOf("file").nullable(),
};
export const listImplementingPlansInput = z.strictObject({ campaignId });
export const implementingPlanVersionsInput = z.strictObject({ campaignId, unitCode });
export const fileImplementingPlanInput = z.strictObject({ commandId, campaignId, unitCode, ...planFields });
/** `id` names the version it replaces. */
export const reviseImplementingPlanInput = z.strictObject({
  commandId,
  id: idOf("implementingPlan"),
  version: expectedVersion,
  ...planFields,
  reason: textInput({ min: 5, max: REASON_MAX }),
});
