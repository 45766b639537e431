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
    "zh-CN": "到期日应晚于今天。",
    en: "A waiver must expire after today.",
  },
  "campaign.waiverBeyondEnd": {
    clause: "R2",
    "zh-CN": "到期日不能晚于专项治理结束日（{endsOn}）。",
    en: "A waiver lasts until the end of the campaign ({endsOn}) at the latest.",
  },
  "campaign.waiverPhaseOver": {
    clause: null,
    "zh-CN": "这一条件所在阶段已经转段，只能就本阶段和以后阶段的条件申请。",
    en: "The phase of this condition is over. Ask for one of this phase or a later one.",
  },
  "campaign.waiverOtherDuty": {
    clause: null,
    "zh-CN": "这一条件不是本单位的任务，不需也不能申请；省级的任务不能延期、免除。",
    en: "This condition asks nothing of your unit. A duty of the province has no waiver.",
  },
  "campaign.waiverShare": {
    clause: null,
    "zh-CN": "这一条件最多可有 {max} 个单位延期或免除，已有 {others} 个单位申请或获批。",
    en: "At most {max} units may have a waiver of this condition; {others} have one or wait for one.",
  },
  "campaign.waiverReasonCopied": {
    clause: null,
    "zh-CN": "理由与其他申请相同。请写明本单位就这一条件的具体情况。",
    en: "Another request gives the same reason. State what holds for your unit and this condition.",
  },
  "campaign.waiverLapsed": {
    clause: null,
    about: "state",
    "zh-CN": "申请已逾期未批，自行失效；申请单位可以重新申请。",
    en: "Nobody decided in time and the request has expired. The unit may ask again.",
  },
  "campaign.waiverUndecided": {
    clause: null,
    about: "state",
    "zh-CN": "申请尚未办理。",
    en: "The request is not decided yet.",
  },
  "campaign.waiverSeen": {
    clause: null,
    about: "state",
    "zh-CN": "办理结果已经签收。",
    en: "Your unit has already taken note of the decision.",
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
