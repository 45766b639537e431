import { verb } from "@anji/database";
import { closeInput } from "../finding.inputs.ts";
import { findingsPermissions } from "../permissions.ts";
import { findingCase } from "./finding-case.ts";

/** 销号: by another person, with every document attached and nothing outstanding. */
export const close = verb({ permission: findingsPermissions.close, input: closeInput }, async (act, input) => {
  const held = await findingCase.hold(act, { ...input, event: "close" });
  const set = { closedBy: act.actor.personId, closedAt: act.now, isCheckedOnSite: input.checkedOnSite };
  return findingCase.move(act, held, { set, remark: input.remark });
});
