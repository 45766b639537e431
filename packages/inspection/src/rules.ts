import type { RuleBook } from "@anji/kernel";

export const inspectionRules = {
  "inspection.otherLevel": {
    clause: "A1",
    about: "whose",
    "zh-CN": "市级抽查由市办理，省级和部际抽查由省办理。",
    en: "The city handles its own checks; the province handles provincial and inter-ministerial ones.",
  },
  "inspection.ownUnit": {
    clause: "A1",
    "zh-CN": "不能抽查本单位，请由其他单位的检查人员办理。",
    en: "You cannot check your own unit. An inspector of another unit must do it.",
  },
  "inspection.inspectorUnknown": {
    clause: "A1",
    "zh-CN": "检查人员应是组织抽查单位在用的检查岗账号。",
    en: "Each inspector needs an active account with the role of inspector in the unit that checks.",
  },
  "inspection.inspectorsOnly": {
    clause: "A1",
    about: "whose",
    "zh-CN": "只有本次抽查的检查人员可以办理。",
    en: "Only the inspectors of this check can do this.",
  },
  "inspection.followsOther": {
    clause: "A2",
    "zh-CN": "复查只能针对同一单位已复核签字、结论在合格以下的抽查；省级和部际抽查由省复查。",
    en: "A follow-up names a countersigned check of the same unit that concluded below qualified. The province follows its own.",
  },
  "inspection.inspectorsTwo": {
    clause: "A1",
    "zh-CN": "抽查组至少由两名不同的检查人员组成。",
    en: "A check needs at least two different inspectors.",
  },
  "inspection.provinceChecksCounties": {
    clause: "A1",
    "zh-CN": "按本次专项治理的设定，省级抽查的对象是县（市、区）。",
    en: "In this campaign the province checks counties.",
  },
  "inspection.scheduleOutsidePhase": {
    clause: "A1",
    "zh-CN": "抽查从检查验收阶段起安排，当前阶段不能开展抽查。",
    en: "Checks are scheduled from the acceptance phase on. None can be carried out in this phase.",
  },
  "inspection.outsidePhase": {
    clause: "A1",
    "zh-CN": "抽查在检查验收阶段开展，当前阶段不能办理。",
    en: "Checks are carried out in the acceptance phase, not in the present one.",
  },
  "inspection.beginScheduled": {
    clause: null,
    about: "state",
    "zh-CN": "只有已计划的抽查可以开始。",
    en: "Only a scheduled check can begin.",
  },
  "inspection.completeUnderway": {
    clause: null,
    about: "state",
    "zh-CN": "只有进行中的抽查可以填写结果。",
    en: "Results can be recorded only for a check that is under way.",
  },
  "inspection.countersignCompleted": {
    clause: null,
    about: "state",
    "zh-CN": "抽查结果填写完成后才能复核签字。",
    en: "A check can be countersigned only after its results are recorded.",
  },
  "inspection.returnCompleted": {
    clause: null,
    about: "state",
    "zh-CN": "只有已填写结果、尚未复核签字的抽查可以退回重录。",
    en: "Only recorded results that are not countersigned yet can be returned.",
  },
  "inspection.cancelOpen": {
    clause: null,
    about: "state",
    "zh-CN": "已复核签字或已取消的抽查不能取消。",
    en: "A check that is countersigned or cancelled can no longer be cancelled.",
  },
  "inspection.cancelOutsidePhase": {
    clause: null,
    "zh-CN": "当前阶段不能取消抽查。",
    en: "Checks cannot be cancelled in this phase.",
  },
  "inspection.countersignOther": {
    clause: null,
    "zh-CN": "复核签字人不能是填写结果的人，请由另一名人员复核签字。",
    en: "The countersigner must be another person than the one who recorded the results.",
  },
  "inspection.scoreAboveFull": {
    clause: "A2",
    "zh-CN": "本项满分 {full} 分。",
    en: "The full marks of this question are {full}.",
  },
  "inspection.answerShort": {
    clause: "A2",
    "zh-CN": "请写明检查所见，不少于 {minimum} 个字。",
    en: "Write what was seen, at least {minimum} characters.",
  },
  "inspection.answerCopied": {
    clause: "A2",
    "zh-CN": "各项检查所见不能照抄，本项与前面一项相同。",
    en: "Each question has its own answer; this one repeats an earlier one.",
  },
  "inspection.conclusionUnfit": {
    clause: "A2",
    "zh-CN": "得分 {total} 分与结论不符，请按得分确定结论。",
    en: "The conclusion does not fit a total of {total}.",
  },
  "inspection.visitedOutside": {
    clause: "A1",
    "zh-CN": "现场检查日期应在 {from} 至 {to} 之间。",
    en: "A day on site lies between {from} and {to}.",
  },
  "inspection.visitedTwice": {
    clause: "A1",
    "zh-CN": "同一现场检查日期不能重复。",
    en: "A day on site is named once.",
  },
  "inspection.conclusionNotFollowed": {
    clause: "A2",
    "zh-CN": "结论在合格以下，尚无复查合格的结果",
    en: "Concluded below qualified, with no follow-up that qualifies",
  },
  "inspection.belowCityFloor": { clause: "A1", "zh-CN": "抽查面未达到规定比例", en: "Spot checks below the floor" },
  "inspection.belowProvinceFloor": {
    clause: "A1",
    "zh-CN": "省级抽查面未达到规定比例",
    en: "Provincial spot checks below the floor",
  },
  "inspection.notCountersigned": {
    clause: "A1",
    "zh-CN": "抽查尚未完成并复核签字。",
    en: "The spot check is not completed and countersigned.",
  },
} as const satisfies RuleBook;
