import { commandId, dayInput, expectedVersion, idOf, textInput, unitCode } from "@anji/kernel";
import { z } from "zod";
import { GROUP_POSITIONS } from "./position.ts";

const NAME_MAX = 60;
const BODY_MAX = 80;
const DOCUMENT_NO_MIN = 3;
const DOCUMENT_NO_MAX = 80;
const MEMBERS_MAX = 60;
const SECTION_MIN = 15;
const SECTION_MAX = 5000;
const REASON_MIN = 5;
const REASON_MAX = 500;
const TITLE_MIN = 4;
const TITLE_MAX = 100;

/** The limits of a form: characters, and members of a group. */
export const organisationLimits = {
  name: NAME_MAX,
  body: BODY_MAX,
  documentNo: DOCUMENT_NO_MAX,
  members: MEMBERS_MAX,
  title: TITLE_MAX,
  sectionMin: SECTION_MIN,
  section: SECTION_MAX,
  reasonMin: REASON_MIN,
  reason: REASON_MAX,
} as const;

const campaignId = idOf("campaign");
const documentNo = textInput({ min: DOCUMENT_NO_MIN, max: DOCUMENT_NO_MAX });
/** A member department of the campaign's plan, by its code there. */
const department = textInput({ min: 1, max: NAME_MAX });

// A name of invisible characters names nobody.
const LETTER = /\p{L}/u;
function named(max: number) {
  return textInput({ min: 1, max }).refine((text) => LETTER.test(text), "organisation.nameBlank");
}

const member = z.strictObject({
  position: z.enum(GROUP_POSITIONS),
  name: named(NAME_MAX),
  body: named(BODY_MAX),
  department: department.nullable(),
});
const members = z
  .array(member)
  .min(1)
  .max(MEMBERS_MAX)
  .superRefine((list, context) => {
    const heads = list.flatMap((one, place) => (one.position === "head" ? [place] : []));
    if (heads.length === 1) return;
    context.addIssue({
      code: "custom",
      message: "organisation.leadingGroupHead",
      path: [heads[1] ?? 0, "position"],
    });
  });

const groupFields = {
  leadDepartment: department.nullable(),
  officeDepartment: department.nullable(),
  members,
};

export const listLeadingGroupsInput = z.strictObject({ campaignId });
export const establishLeadingGroupInput = z.strictObject({
  commandId,
  campaignId,
  unitCode,
  establishedOn: dayInput,
  documentNo,
  ...groupFields,
});
/** From `changedOn` on: who is new is a member since that day, who is left out was one until it. */
export const changeLeadingGroupMembersInput = z.strictObject({
  commandId,
  id: idOf("leadingGroup"),
  version: expectedVersion,
  changedOn: dayInput,
  ...groupFields,
});

const section = textInput({ min: SECTION_MIN, max: SECTION_MAX });
const planFields = {
  title: textInput({ min: TITLE_MIN, max: TITLE_MAX }),
  documentNo,
  filedOn: dayInput,
  tasks: section,
  goals: section,
  division: section,
  measures: section,
  fileId: idOf("file"),
};
export const listImplementingPlansInput = z.strictObject({ campaignId });
export const implementingPlanVersionsInput = z.strictObject({ campaignId, unitCode });
export const fileImplementingPlanInput = z.strictObject({ commandId, campaignId, unitCode, ...planFields });

/** One version of a plan that waits for an act. */
const planId = { commandId, id: idOf("implementingPlan"), version: expectedVersion };
const reason = textInput({ min: REASON_MIN, max: REASON_MAX });
/** `id` names the version it replaces. */
export const reviseImplementingPlanInput = z.strictObject({ ...planId, ...planFields, reason });
export const issueImplementingPlanInput = z.strictObject(planId);
export const receiveImplementingPlanInput = z.strictObject(planId);
export const acceptImplementingPlanInput = z.strictObject({
  ...planId,
  remark: textInput({ min: 0, max: REASON_MAX }),
});
export const returnImplementingPlanInput = z.strictObject({ ...planId, remark: reason });
