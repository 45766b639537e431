import type { RuleBook } from "@anji/kernel";

export const findingsRules = {
  "findings.campaignEnded": {
    clause: "R2",
    "zh-CN": "专项治理已经结束，不再登记新的问题；已登记的问题可继续整改。",
    en: "The campaign has ended and takes no new findings. Those in the ledger are still rectified.",
  },
  "findings.statusNot": {
    clause: "S2",
    about: "state",
    "zh-CN": "该问题当前状态不能办理此事项。",
    en: "This is not open in the finding's present status.",
  },
  "findings.alreadyClassified": {
    clause: "S2",
    about: "state",
    "zh-CN": "该问题已定性；如需重新定性，请先退回登记。",
    en: "The finding is classified. Return it to registration to classify it again.",
  },
  "findings.notClassified": {
    clause: "S2",
    about: "state",
    "zh-CN": "该问题尚未定性，请先由复核岗定性。",
    en: "The finding is not classified yet. A reviewer classifies it first.",
  },
  "findings.notPlanned": {
    clause: "S7",
    about: "state",
    "zh-CN": "该问题尚未制定整改计划，请先制定计划并定下期限。",
    en: "The finding has no rectification plan yet. Make one with a deadline first.",
  },
  "findings.alreadyPlanned": {
    clause: "S7",
    about: "state",
    "zh-CN": "整改计划已定，不能再次制定。",
    en: "The rectification plan is made already.",
  },
  "findings.notReported": {
    clause: "S2",
    about: "state",
    "zh-CN": "责任单位尚未报告整改完成，不能验收。",
    en: "Rectification has not been reported, so there is nothing to accept.",
  },
  "findings.awaitsAcceptance": {
    clause: "S2",
    about: "state",
    "zh-CN": "该问题正在待验收；如需改动，请由验收人退回整改。",
    en: "The finding awaits acceptance. Ask for its return to change it.",
  },
  "findings.isClosed": {
    clause: "S2",
    about: "state",
    "zh-CN": "该问题已销号，内容不再变动。",
    en: "The finding is closed; it no longer changes.",
  },
  "findings.isWithdrawn": {
    clause: "S2",
    about: "state",
    "zh-CN": "该问题已撤并，不再办理。",
    en: "The finding is withdrawn as a duplicate; nothing more is done with it.",
  },
  "findings.amendFreely": {
    clause: "S2",
    about: "state",
    "zh-CN": "该问题尚未定性，可直接更正，不需申请。",
    en: "The finding is not classified yet. Correct it directly, without a request.",
  },
  "findings.adjustmentNeeded": {
    clause: "S2",
    "zh-CN": "该问题已经定性，险种、种类、金额、时间和责任只能申请调整，由他人决定。",
    en: "The finding was classified. Fund, kind, amount, time and responsibility change by a request that another person decides.",
  },
  "findings.levelAbove": {
    clause: "A4",
    "zh-CN": "不能由本级把责任层级定为上级；确应由上级负责的，申请调整，由上级同意。",
    en: "Your level cannot make a higher one responsible. Request a move, and the higher level agrees to it.",
  },
  "findings.referralFirst": {
    clause: "S4",
    "zh-CN": "该问题涉嫌违法犯罪，须先办理移送或说明不移送的理由；移送办理开通前不能销号。",
    en: "The finding may be a crime. Referral is decided first; until referrals are kept here it cannot be closed.",
  },
  "findings.registrationReturned": {
    clause: "S2",
    "zh-CN": "登记内容已退回补正，补正后才能定性。",
    en: "The registration was returned for correction. It is classified once corrected.",
  },
  "findings.alreadyReturned": {
    clause: "S2",
    about: "state",
    "zh-CN": "已退回补正，正等待经办岗更正。",
    en: "It is returned already and waits for correction.",
  },
  "findings.otherLevel": {
    clause: "S7",
    about: "whose",
    "zh-CN": "该问题的整改不由本级负责，须由责任单位所在的一级办理。",
    en: "Another level of government is responsible for rectifying this finding; that level must do this.",
  },
  "findings.belowResponsible": {
    clause: "A4",
    about: "whose",
    "zh-CN": "该问题由上级负责整改，须由该级或更高一级定性和验收。",
    en: "A higher level is responsible for this finding; that level or one above it classifies and accepts it.",
  },
  "findings.originOfHigherLevel": {
    clause: "A1",
    about: "whose",
    "zh-CN": "该问题由上级检查发现，事实只能由检查的一级更正。",
    en: "A higher level's inspection found this; only that level corrects the facts.",
  },
  "findings.originLevel": {
    clause: "A1",
    "zh-CN": "检查发现的问题应由实施检查的一级登记。",
    en: "A finding of this origin is registered by the level that inspects.",
  },
  "findings.closedByOther": {
    clause: "A2",
    "zh-CN": "销号人不能是登记人或报告整改的人，请由另一名人员复核销号。",
    en: "The closer must be another person than the one who registered the finding or reported it rectified.",
  },
  "findings.outstandingLeft": {
    clause: "S2",
    "zh-CN": "尚有 {yuan} 未追回、归还、调账或核销，不能办理。",
    en: "{yuan} is still neither recovered, repaid, re-booked nor written off.",
  },
  "findings.evidenceMissing": {
    clause: "S2",
    "zh-CN": "还缺证明材料：{names}。",
    en: "Evidence is still missing: {names}.",
  },
  "findings.kindUnknown": {
    clause: "F1",
    "zh-CN": "问题种类不在本次专项治理的目录中，请从目录中选择。",
    en: "The kind of problem is not in this campaign's catalogue.",
  },
  "findings.fundUnknown": {
    clause: "F1",
    "zh-CN": "险种不在本次专项治理的范围内，请从列表中选择。",
    en: "The fund is not within this campaign's scope.",
  },
  "findings.kindFund": {
    clause: "F1",
    "zh-CN": "“{kind}”不适用于{fund}，请改选险种或问题种类。",
    en: "“{kind}” cannot occur in {fund}. Choose another fund or kind.",
  },
  "findings.kindWithoutAmount": {
    clause: "P4",
    "zh-CN": "“{kind}”没有涉及金额，请填 0；有金额的请选择相应的问题种类。",
    en: "“{kind}” has no amount. Enter 0, or choose the kind the amount belongs to.",
  },
  "findings.kindNeedsAmount": {
    clause: "P4",
    "zh-CN": "“{kind}”必须有金额，请填写大于 0 的金额。",
    en: "“{kind}” is about money. Enter an amount above 0.",
  },
  "findings.occupierNeeded": {
    clause: "S4",
    "zh-CN": "贪污、截留、挤占、挪用和损失问题须写明占用人。",
    en: "Name who took the money: this kind of finding has an occupier.",
  },
  "findings.lineTwice": {
    clause: "F1",
    "zh-CN": "第 {lineNo} 项与前面的险种和种类相同，请合并为一项。",
    en: "Line {lineNo} repeats a fund and kind. Put the two into one line.",
  },
  "findings.occurredAfterDiscovered": {
    clause: "S2",
    "zh-CN": "发生时间不能晚于发现日期。",
    en: "It cannot have occurred after it was discovered.",
  },
  "findings.discoveredInFuture": {
    clause: null,
    "zh-CN": "发现日期不能晚于今天。",
    en: "The day of discovery cannot lie in the future.",
  },
  "findings.responsibleLevelUnit": {
    clause: "S2",
    "zh-CN": "责任层级不能低于问题所在单位的层级。",
    en: "The responsible level cannot be below the level of the unit.",
  },
  "findings.linesDiffer": {
    clause: null,
    "zh-CN": "各分项金额之和（{sum}）不等于认定金额（{found}）。",
    en: "The lines add up to {sum}, not to the amount found ({found}).",
  },
  "findings.lineUnknown": {
    clause: null,
    "zh-CN": "没有第 {lineNo} 项，请选择该问题已有的分项。",
    en: "There is no line {lineNo}. Choose one the finding has.",
  },
  "findings.linesNeeded": {
    clause: null,
    "zh-CN": "该问题有多个分项，请逐项更正险种、种类和金额。",
    en: "This finding has several lines. Correct fund, kind and amount line by line.",
  },
  "findings.foundBelowSettled": {
    clause: "S2",
    "zh-CN": "认定金额不能小于已追回、归还、调账和核销之和（{settled}）。",
    en: "The amount found cannot be below what is settled already ({settled}).",
  },
  "findings.settledAboveFound": {
    clause: "S2",
    "zh-CN": "该分项尚未整改 {outstanding}，本次金额不能超过。",
    en: "{outstanding} is outstanding on this line; the amount cannot exceed it.",
  },
  "findings.correctionAboveSettled": {
    clause: null,
    "zh-CN": "冲正金额不能超过该去向已记录的 {settled}。",
    en: "A correction cannot exceed what is recorded for this channel ({settled}).",
  },
  "findings.correctionNeedsNote": {
    clause: null,
    "zh-CN": "冲正须说明原因。",
    en: "A correction needs a note that says why.",
  },
  "findings.amountZero": { clause: null, "zh-CN": "金额不能为 0。", en: "The amount cannot be 0." },
  "findings.writeOffElsewhere": {
    clause: "S4",
    "zh-CN": "核销须经市政府专题报告、省政府批准，在“损失与核销”中办理。",
    en: "A write-off needs the city's special report and the province's approval; it is done under losses.",
  },
  "findings.channelOfKind": {
    clause: "S4",
    "zh-CN": "“{kind}”不适用这一资金去向，请改选。",
    en: "Money of “{kind}” is not settled in this way. Choose another.",
  },
  "findings.repaidByDuty": {
    clause: "S4",
    "zh-CN": "同级政府归还须先确定同级政府的偿还责任，在“损失与核销”中办理。",
    en: "A government repays by a duty that is decided first; it is done under losses.",
  },
  "findings.voucherTwice": {
    clause: "S2",
    "zh-CN": "该分项已用这一凭证号记录过资金，同一凭证不能记两次。",
    en: "This line has money by the same voucher already. A voucher is booked once.",
  },
  "findings.voucherElsewhere": {
    clause: "S2",
    "zh-CN": "本单位已用同一凭证号记录：{places}。确属一张凭证的，请确认后再提交。",
    en: "The unit has booked this voucher elsewhere: {places}. Confirm that one voucher pays both.",
  },
  "findings.settlementUnknown": {
    clause: null,
    "zh-CN": "没有这笔资金，请选择该问题的一笔到账资金。",
    en: "There is no such movement. Choose one of the finding's receipts.",
  },
  "findings.reversedAlready": {
    clause: null,
    "zh-CN": "这笔资金已经冲回。",
    en: "This movement is taken back already.",
  },
  "findings.reversedBeforeSettled": {
    clause: null,
    "zh-CN": "退回日期不能早于到账日期。",
    en: "Money cannot go back before it came in.",
  },
  "findings.settledBeforeOccurred": {
    clause: "S2",
    "zh-CN": "到账（入账）日期不能早于问题发生时间。",
    en: "Money cannot be settled before the problem occurred.",
  },
  "findings.settledInFuture": {
    clause: null,
    "zh-CN": "到账（入账）日期不能晚于今天。",
    en: "The day of settlement cannot lie in the future.",
  },
  "findings.dueInPast": {
    clause: "S7",
    "zh-CN": "整改期限不能早于今天。",
    en: "The deadline cannot lie before today.",
  },
  "findings.dueAfterPhase": {
    clause: "S7",
    "zh-CN": "整改期限不能晚于 {until}。",
    en: "The deadline cannot be later than {until}.",
  },
  "findings.evidenceKindUnknown": {
    clause: null,
    "zh-CN": "材料种类不在本次专项治理的目录中。",
    en: "This kind of document is not in the campaign's catalogue.",
  },
  "findings.eventInFuture": {
    clause: null,
    "zh-CN": "材料日期不能晚于今天。",
    en: "The document's day cannot lie in the future.",
  },
  "findings.nothingAmended": {
    clause: null,
    "zh-CN": "没有任何更正内容。",
    en: "Nothing is corrected.",
  },
  "findings.unclassified": { clause: "S2", "zh-CN": "问题尚未定性", en: "Not classified yet" },
  "findings.planOverdue": {
    clause: "S7",
    "zh-CN": "整改期限已过，尚未整改完毕。",
    en: "The deadline of its plan has passed and it is not rectified.",
  },
  "findings.unplanned": {
    clause: "S7",
    "zh-CN": "问题未销号，也没有限期整改计划",
    en: "Neither closed nor planned with a deadline",
  },
} as const satisfies RuleBook;
