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
  "inspection.inspectorOfUnit": {
    clause: "A1",
    "zh-CN": "“{name}”是被抽查单位的人员，不能参加对本单位的抽查；如系同名，请在姓名后注明所在单位。",
    en: "“{name}” works in the checked unit and cannot take part. If it is another person of that name, add the unit after the name.",
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
    "zh-CN": "抽查计划在自查自纠或检查验收阶段制定。",
    en: "Checks are scheduled in the self-check or the acceptance phase.",
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
  "inspection.remarkRequired": {
    clause: "A2",
    "zh-CN": "评分低于 {minimum} 分的，须说明理由。",
    en: "A score below {minimum} needs a remark.",
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
