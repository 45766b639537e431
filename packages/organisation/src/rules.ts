import type { RuleBook } from "@anji/kernel";

export const organisationRules = {
  "organisation.ownUnitOnly": {
    clause: "O3",
    about: "whose",
    "zh-CN": "只能为本单位办理，不能代其他单位办理。",
    en: "You can do this for your own unit only.",
  },
  "organisation.leadingGroupExists": {
    clause: "O3",
    about: "state",
    "zh-CN": "本单位领导小组已登记，如有变动请办理成员调整。",
    en: "This unit's leading group is already registered. Change its members instead.",
  },
  "organisation.leadingGroupHead": {
    clause: "O1",
    "zh-CN": "领导小组应有且只有一名组长。",
    en: "A leading group has exactly one head.",
  },
  "organisation.nameBlank": {
    clause: "O1",
    "zh-CN": "请填写真实的名称。",
    en: "Enter a name that can be read.",
  },
  "organisation.departmentUnknown": {
    clause: "O1",
    "zh-CN": "该部门不是工作方案列明的成员单位。",
    en: "The campaign's plan names no such member department.",
  },
  "organisation.dayInFuture": {
    clause: "O3",
    "zh-CN": "日期不能晚于今天（{today}）。",
    en: "The day is not later than today ({today}).",
  },
  "organisation.dayTooEarly": {
    clause: "O3",
    "zh-CN": "日期不能早于 {from}。",
    en: "The day is not earlier than {from}.",
  },
  "organisation.implementingPlanExists": {
    clause: "O3",
    about: "state",
    "zh-CN": "本单位实施方案已经报备。",
    en: "This unit has already filed its implementing plan.",
  },
  "organisation.implementingPlanUnchanged": {
    clause: "O3",
    "zh-CN": "修订稿与现行实施方案相同，没有可报送的改动。",
    en: "The revision says the same as the plan in force; there is nothing to file.",
  },
  "organisation.planOfProvince": {
    clause: "O3",
    about: "whose",
    "zh-CN": "只有省实施方案由省印发、由各市签收。",
    en: "Only the province's plan is issued by the province and received by the cities.",
  },
  "organisation.planOfCity": {
    clause: "O3",
    about: "whose",
    "zh-CN": "省办公室只认可或退回各市的实施方案。",
    en: "The province's office accepts and returns the plans of cities only.",
  },
  "organisation.planReplaced": {
    clause: "O3",
    about: "state",
    "zh-CN": "该实施方案已有新的一版，请办理最新一版。",
    en: "The plan has a later version. Act on that one.",
  },
  "organisation.planDecided": {
    clause: "O3",
    about: "state",
    "zh-CN": "这一版实施方案已经办理。",
    en: "This version of the plan is already decided.",
  },
  "organisation.planNotIssued": {
    clause: "O3",
    about: "state",
    "zh-CN": "省实施方案尚未印发，不能签收。",
    en: "The province's plan is not issued yet and cannot be received.",
  },
  "organisation.planReceived": {
    clause: "O3",
    about: "state",
    "zh-CN": "本市已签收这一版省实施方案。",
    en: "This city has already received this version of the province's plan.",
  },
  "organisation.planDecidedByOther": {
    clause: "O3",
    "zh-CN": "报送人不能办理自己报送的实施方案，请由另一名人员办理。",
    en: "The person who filed a plan cannot decide on it. Another person must do it.",
  },
  "organisation.leadingGroupMissing": { clause: "O3", "zh-CN": "未登记领导小组", en: "No leading group registered" },
  "organisation.headMissing": { clause: "O1", "zh-CN": "没有组长", en: "No head" },
  "organisation.deputyMissing": { clause: "O1", "zh-CN": "没有副组长", en: "No deputy head" },
  "organisation.departmentWithoutMember": {
    clause: "O1",
    "zh-CN": "成员单位没有成员",
    en: "No member from this department",
  },
  "organisation.leadDepartmentMissing": {
    clause: "O2",
    "zh-CN": "未登记牵头部门",
    en: "Lead department not registered",
  },
  "organisation.officeMissing": {
    clause: "O2",
    "zh-CN": "未登记领导小组办公室",
    en: "Office of the group not registered",
  },
  "organisation.implementingPlanMissing": { clause: "O3", "zh-CN": "未报备实施方案", en: "No implementing plan filed" },
  "organisation.implementingPlanNotAccepted": {
    clause: "O3",
    "zh-CN": "实施方案待省办公室认可",
    en: "Implementing plan not accepted by the province's office yet",
  },
  "organisation.implementingPlanReturned": {
    clause: "O3",
    "zh-CN": "实施方案被退回，未重新报送",
    en: "Implementing plan returned and not filed again",
  },
  "organisation.provincialPlanNotIssued": {
    clause: "O3",
    "zh-CN": "省实施方案尚未印发",
    en: "The province's implementing plan is not issued",
  },
  "organisation.provincialPlanNotReceived": {
    clause: "O3",
    "zh-CN": "未签收省实施方案",
    en: "The province's implementing plan is not received",
  },
} as const satisfies RuleBook;
