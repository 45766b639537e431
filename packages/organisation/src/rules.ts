import type { RuleBook } from "@anji/kernel";

export const organisationRules = {
  "organisation.ownUnitOnly": {
    clause: "O3",
    "zh-CN": "只能为本单位办理，不能代其他单位办理。",
    en: "You can do this for your own unit only.",
  },
  "organisation.leadingGroupExists": {
    clause: "O3",
    "zh-CN": "本单位领导小组已登记，如有变动请办理成员调整。",
    en: "This unit's leading group is already registered. Change its members instead.",
  },
  "organisation.leadingGroupHead": {
    clause: "O1",
    "zh-CN": "领导小组应有且只有一名组长。",
    en: "A leading group has exactly one head.",
  },
  "organisation.implementingPlanExists": {
    clause: "O3",
    "zh-CN": "本单位实施方案已经报备。",
    en: "This unit has already filed its implementing plan.",
  },
  "organisation.implementingPlanUnchanged": {
    clause: "O3",
    "zh-CN": "修订稿与现行实施方案相同，没有可报送的改动。",
    en: "The revision says the same as the plan in force; there is nothing to file.",
  },
  "organisation.leadingGroupMissing": { clause: "O3", "zh-CN": "未登记领导小组", en: "No leading group registered" },
  "organisation.implementingPlanMissing": { clause: "O3", "zh-CN": "未报备实施方案", en: "No implementing plan filed" },
} as const satisfies RuleBook;
