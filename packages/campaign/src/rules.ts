import type { RuleBook } from "@anji/kernel";
import { planRules } from "./plan.rules.ts";

export const campaignRules = {
  ...planRules,
  "campaign.alreadyEnded": { clause: "R2", "zh-CN": "专项治理已经结束。", en: "The campaign has ended." },
  "campaign.gatesFail": {
    clause: null,
    "zh-CN": "还不能转段：还差 {count} 项（第 {numbers} 项）。",
    en: "The phase cannot be left yet: {count} conditions are not met ({numbers}).",
  },
  "campaign.provinceSigns": {
    clause: "O1",
    "zh-CN": "转段由省级办理，经办机构不能代办。",
    en: "The province itself signs; a handling agency cannot.",
  },
  "campaign.notNextPhase": {
    clause: null,
    "zh-CN": "只能转入下一阶段，请刷新页面后再办理。",
    en: "Only the next phase can be entered. Reload the page.",
  },
  "campaign.keyTaken": { clause: null, "zh-CN": "该工作方案已经建立。", en: "This campaign plan is already in use." },
  "campaign.otherProvince": {
    clause: null,
    "zh-CN": "工作方案所属省份与本系统不一致。",
    en: "The plan belongs to another province.",
  },
  "campaign.gateUnknown": {
    clause: null,
    "zh-CN": "工作方案中的转段条件 {rule} 尚不能核验。",
    en: "The plan names a condition that cannot be checked: {rule}.",
  },
  "campaign.ownUnitOnly": {
    clause: "O3",
    "zh-CN": "只能为本单位办理。",
    en: "You can do this for your own unit only.",
  },
  "campaign.waiverExpired": {
    clause: null,
    "zh-CN": "豁免到期日应晚于今天。",
    en: "A waiver must expire after today.",
  },
  "campaign.waiverStands": {
    clause: null,
    "zh-CN": "本单位就这一条件已有待批准的申请，或已获批的豁免在该日前仍然有效，不必重复申请。",
    en: "The unit already has a request waiting for this condition, or an approved waiver that lasts until that day.",
  },
  "campaign.waiverRuleUnknown": {
    clause: null,
    "zh-CN": "本次专项治理没有这一转段条件。",
    en: "The campaign has no such condition.",
  },
  "campaign.waiverOneLevelUp": {
    clause: null,
    "zh-CN": "豁免须由申请单位的上一级批准。",
    en: "A waiver is approved one level above the unit that asked.",
  },
  "campaign.waiverDecided": { clause: null, "zh-CN": "该豁免已经办结。", en: "This waiver has already been decided." },
  "campaign.waiverTwoPersons": {
    clause: null,
    "zh-CN": "申请人不能批准自己的豁免。",
    en: "Nobody approves a waiver of their own.",
  },
  "campaign.notTraining": {
    clause: null,
    "zh-CN": "只有演练系统可以调整日期。",
    en: "Only a training installation may move its clock.",
  },
} as const satisfies RuleBook;
