import type { RuleBook } from "@anji/kernel";

export const selfChecksRules = {
  "selfChecks.notOpen": {
    clause: "S1",
    "zh-CN": "自查自纠阶段开始后才能填报自查结果。",
    en: "Self-checks are declared from the self-check phase on.",
  },
  "selfChecks.ownUnit": {
    clause: "S1",
    about: "whose",
    "zh-CN": "只能填报、签报本单位的自查结果。",
    en: "You can answer and sign for your own unit only.",
  },
  "selfChecks.agencySignsItself": {
    clause: "S1",
    about: "whose",
    "zh-CN": "该经办机构有自己的人员，自查结果由其自行填报、签报。",
    en: "This agency has people of its own; they answer and sign for it.",
  },
  "selfChecks.declarantUnknown": {
    clause: "S1",
    "zh-CN": "该部门不在本单位应报自查结果的部门之列。",
    en: "This department owes no declaration in this unit.",
  },
  "selfChecks.nothingOwed": {
    clause: "S1",
    about: "state",
    "zh-CN": "按工作方案，本级不需签报自查结果。",
    en: "By the plan this level owes no self-check.",
  },
  "selfChecks.placeUnknown": {
    clause: "S1",
    "zh-CN": "基金项目或问题类别不在工作方案中。",
    en: "The fund or the category is not in the plan.",
  },
  "selfChecks.placeTwice": {
    clause: "S1",
    "zh-CN": "同一基金项目、问题类别只能填一次。",
    en: "A fund and category is answered once.",
  },
  "selfChecks.foundWithoutRows": {
    clause: "S1",
    "zh-CN": "填“发现”须列出本单位已登记的该基金、该类别的问题；尚未登记的请先登记。",
    en: "“Found” names findings of this fund and category that the unit has registered. Register them first.",
  },
  "selfChecks.nothingWithRows": {
    clause: "S1",
    "zh-CN": "该项已登记问题（{numbers}），尚无其他部门列报，不能填“没有发现”。",
    en: "Findings are registered here ({numbers}) that no other department names; it is not “nothing”.",
  },
  "selfChecks.rowOfOther": {
    clause: "S1",
    "zh-CN": "{number} 已由其他部门列报。",
    en: "{number} is named by another department already.",
  },
  "selfChecks.rowsWithoutFound": {
    clause: "S1",
    "zh-CN": "只有填“发现”才列问题。",
    en: "Only “found” names findings.",
  },
  "selfChecks.reasonNeeded": {
    clause: "S1",
    "zh-CN": "填“不属本部门”须写明理由。",
    en: "“Not ours” needs its reason.",
  },
  "selfChecks.searchedNeeded": {
    clause: "S1",
    "zh-CN": "填“没有发现”须说明怎样查的：检查人员、所属期间、查阅数量，不少于 10 个字。",
    en: "“Nothing” needs what was searched: persons, period and volume, at least 10 characters.",
  },
  "selfChecks.cellsUnanswered": {
    clause: "S1",
    about: "state",
    "zh-CN": "还有 {count} 项未答，不能签报；不填不等于没有。",
    en: "{count} cells are not answered. Silence is not “nothing”.",
  },
  "selfChecks.notAnswered": {
    clause: "S1",
    about: "state",
    "zh-CN": "该部门尚未填报。",
    en: "The department has not answered yet.",
  },
  "selfChecks.answerAgain": {
    clause: "S1",
    about: "state",
    "zh-CN": "已退回或已变动，须由经办岗重新填报后再签。",
    en: "It was returned or has changed. A clerk answers again before it is signed.",
  },
  "selfChecks.alreadySigned": {
    clause: "S1",
    about: "state",
    "zh-CN": "已签报且未变动；如需改填，请先由复核岗退回。",
    en: "It is signed and unchanged. A reviewer returns it before it is answered again.",
  },
  "selfChecks.signedByOther": {
    clause: "S1",
    about: "whose",
    "zh-CN": "填报人不能签报，请由另一名人员签报。",
    en: "Another person than the one who answered signs.",
  },
  "selfChecks.rowsMoved": {
    clause: "S1",
    "zh-CN": "所列内容在您打开后有变动，请重新核对后签报。",
    en: "The list has changed since you opened it. Look at it again, then sign.",
  },
  "selfChecks.departmentsOpen": {
    clause: "S1",
    about: "state",
    "zh-CN": "以下部门尚未签报或须重新签报：{names}。",
    en: "These departments have not signed, or must sign again: {names}.",
  },
  "selfChecks.rowsUndeclared": {
    clause: "S1",
    about: "state",
    "zh-CN": "有 {count} 个已登记的问题没有任何部门列报。",
    en: "{count} registered findings are named by no department.",
  },
  "selfChecks.departmentMissing": {
    clause: "S1",
    "zh-CN": "部门未报自查结果，没有问题也须签字",
    en: "The department has not declared; one without findings signs too",
  },
  "selfChecks.departmentUnsigned": {
    clause: "S1",
    "zh-CN": "部门已填报，尚未签字",
    en: "The department has answered and not signed",
  },
  "selfChecks.departmentChanged": {
    clause: "S1",
    "zh-CN": "签报后又有变动，须重新签报",
    en: "Changed after the signature; it must be signed again",
  },
  "selfChecks.unitUnsigned": {
    clause: "S1",
    "zh-CN": "各部门签齐后，单位自查结果须由领导或复核人签字",
    en: "The unit's leader or reviewer signs the whole after all departments",
  },
} as const satisfies RuleBook;
