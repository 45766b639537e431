import { ruleMessage, type Locale, type RefusalParams, type RuleBook } from "@anji/kernel";

/** Rules a workbook or a ledger in it can break, with what to do about it. */
export const sheetRules = {
  "ledgerSheet.tooManyRows": {
    clause: null,
    "zh-CN": "台账超过 {maximum} 行，请分成几个文件上传。",
    en: "The ledger has more than {maximum} rows. Split it into several files.",
  },
  "ledgerSheet.noLedger": {
    clause: null,
    "zh-CN": "没有找到问题台账：需要名为“{sheet}”的工作表或带有台账表头的可见工作表，请使用下载的模板。",
    en: "No ledger found: a sheet named “{sheet}” or a visible sheet with the ledger's headers is needed. Use the template.",
  },

  "ledgerSheet.templateVersion": {
    clause: null,
    "zh-CN": "模板版本 {found} 不是现行版本 {current}，请下载现行模板，或核对后转换。",
    en: "Template version {found} is not the current version {current}. Download the current template, or check and convert.",
  },
  "ledgerSheet.headerMissing": {
    clause: null,
    "zh-CN": "表头缺少“{field}”，请使用下载的模板。",
    en: "The header “{field}” is missing. Use the template.",
  },
  "ledgerSheet.amountUnit": {
    clause: null,
    "zh-CN": "金额单位是“{found}”，应为万元。",
    en: "The amounts are stated in “{found}”; they must be in 万元.",
  },
  "ledgerSheet.amountUnitMissing": {
    clause: null,
    "zh-CN": "没有写明金额单位，请在表头上方写明“金额单位：万元”。",
    en: "The unit of the amounts is not stated. State “金额单位：万元” above the headers.",
  },
  "ledgerSheet.headerUnit": {
    clause: null,
    "zh-CN": "表头“{found}”写的单位不是万元，请换算为万元后上传。",
    en: "The header “{found}” states a unit other than 万元. Convert the amounts to 万元 and upload again.",
  },
  "ledgerSheet.headerUnknown": {
    clause: null,
    "zh-CN": "不认识表头“{found}”，该列不会读入；请改为模板的列名，或删去该列。",
    en: "The header “{found}” is unknown and its column would not be read. Use the template's name, or remove the column.",
  },
  "ledgerSheet.headerTwice": {
    clause: null,
    "zh-CN": "表头“{found}”与前面的列都是“{field}”，无法确定以哪一列为准，请只留一列。",
    en: "The header “{found}” and an earlier column both mean “{field}”. Keep only one of them.",
  },
  "ledgerSheet.secondLedger": {
    clause: null,
    "zh-CN": "工作表“{other}”也像问题台账，请每个文件只放一张台账。",
    en: "The sheet “{other}” looks like a ledger too. Put one ledger in each file.",
  },
  "ledgerSheet.noRows": { clause: null, "zh-CN": "台账没有一行问题。", en: "The ledger holds no finding." },
  "ledgerSheet.required": { clause: null, "zh-CN": "{field}必填。", en: "“{field}” is required." },
  "ledgerSheet.formulaError": {
    clause: null,
    "zh-CN": "单元格为公式错误 {text}，没有数值，请改为数值。",
    en: "The cell holds the formula error {text} and no value. Enter the value.",
  },
  "ledgerSheet.formulaUncomputed": {
    clause: null,
    "zh-CN": "公式没有保存计算结果，请用表格软件打开、保存后再上传。",
    en: "The formula was saved without its result. Open and save the file in a spreadsheet program.",
  },
  "ledgerSheet.textTooLong": {
    clause: null,
    "zh-CN": "{field}超过 {maximum} 个字。",
    en: "“{field}” has more than {maximum} characters.",
  },
  "ledgerSheet.noNotNumber": {
    clause: null,
    "zh-CN": "序号“{text}”不是整数。",
    en: "The number “{text}” is not an integer.",
  },

  "ledgerSheet.unknownFund": {
    clause: null,
    "zh-CN": "险种“{text}”不在本次专项治理的 {count} 个险种中，请从下拉列表选择。",
    en: "“{text}” is none of the {count} fund lines. Choose one from the list.",
  },
  "ledgerSheet.unknownCategory": {
    clause: null,
    "zh-CN": "问题类别“{text}”不在目录中，应为{names}之一。",
    en: "The category “{text}” is not in the catalogue. Use one of {names}.",
  },
  "ledgerSheet.unknownKind": {
    clause: null,
    "zh-CN": "问题种类“{text}”不在目录（{count} 种）中，请从下拉列表选择。",
    en: "The kind “{text}” is not in the catalogue of {count} kinds. Choose one from the list.",
  },
  "ledgerSheet.kindCodeName": {
    clause: null,
    "zh-CN": "问题种类代码 {code} 的名称是“{name}”，与所填“{text}”不一致。",
    en: "The kind {code} is named “{name}”; the cell says “{text}”.",
  },
  "ledgerSheet.kindFund": {
    clause: null,
    "zh-CN": "“{kind}”不适用于{fund}，请改正险种或种类。",
    en: "“{kind}” cannot occur in {fund}. Correct the fund or the kind.",
  },
  "ledgerSheet.categoryKind": {
    clause: null,
    "zh-CN": "问题类别与问题种类不属同一类，“{kind}”属于{category}。",
    en: "The category does not match the kind: “{kind}” belongs to {category}.",
  },
  "ledgerSheet.unitUnknown": {
    clause: null,
    "zh-CN": "单位“{text}”不在本次专项治理的区划树中，请核对代码和名称。",
    en: "The unit “{text}” is not in the campaign's region tree. Check code and name.",
  },
  "ledgerSheet.unitAmbiguous": {
    clause: null,
    "zh-CN": "“{name}”在{cities}都有，须填代码或所属市。",
    en: "“{name}” exists in {cities}. Enter the code or the city.",
  },
  "ledgerSheet.unitCodeName": {
    clause: null,
    "zh-CN": "代码与单位名称不一致：{code} 是{name}。",
    en: "Code and name of the unit do not agree: {code} is {name}.",
  },
  "ledgerSheet.unitOutsideArea": {
    clause: null,
    "zh-CN": "{name}不在您的管理范围内，不能由您导入。",
    en: "{name} is outside your area; you cannot import its findings.",
  },

  "ledgerSheet.amountNotNumber": {
    clause: null,
    "zh-CN": "{field}“{text}”不是数字，请填写以万元为单位的数字。",
    en: "“{field}”: “{text}” is not a number. Enter a number in 万元.",
  },
  "ledgerSheet.amountTooFine": {
    clause: null,
    "zh-CN": "{field}“{text}”不足一分，最多六位小数（万元）。",
    en: "“{field}”: “{text}” is finer than one fen. Use at most six decimals of 万元.",
  },
  "ledgerSheet.amountTooLarge": {
    clause: null,
    "zh-CN": "{field}“{text}”过大，请核对单位是否为万元。",
    en: "“{field}”: “{text}” is too large. Check that it is in 万元.",
  },
  "ledgerSheet.amountMerged": {
    clause: null,
    "zh-CN": "{field}不能跨行合并，请逐行填写金额。",
    en: "“{field}” must not be merged over rows. Enter the amount of each row.",
  },
  "ledgerSheet.negativeAmount": {
    clause: null,
    "zh-CN": "{field}不能为负数。",
    en: "“{field}” cannot be negative.",
  },
  "ledgerSheet.rectifiedAboveFound": {
    clause: null,
    "zh-CN": "{field}（{part}）大于涉及金额（{found}）。",
    en: "“{field}” ({part}) is larger than the amount found ({found}).",
  },
  "ledgerSheet.identity": {
    clause: null,
    "zh-CN": "涉及金额（{found}）不等于追回纠正、同级政府归还、调账补记、核销与尚未整改之和（{sum}）。",
    en: "The amount found ({found}) is not the sum of recovered, repaid, re-booked, written off and outstanding ({sum}).",
  },

  "ledgerSheet.invalidDate": {
    clause: null,
    "zh-CN": "日期 {text} 不存在。",
    en: "The date {text} does not exist.",
  },
  "ledgerSheet.dateNotRead": {
    clause: null,
    "zh-CN": "{field}“{text}”不是日期，请写成 2008-09-30、2008年9月或2008年。",
    en: "“{field}”: “{text}” is not a date. Write 2008-09-30, 2008-09 or 2008.",
  },
  "ledgerSheet.dayNeeded": {
    clause: null,
    "zh-CN": "{field}“{text}”须写到日。",
    en: "“{field}”: “{text}” must name the day.",
  },
  "ledgerSheet.dateInFuture": {
    clause: null,
    "zh-CN": "{field} {text} 晚于截止日期（{closingOn}）和当前日期。",
    en: "“{field}” {text} is later than the closing date ({closingOn}) and today.",
  },
  "ledgerSheet.dateAfterClosing": {
    clause: null,
    "zh-CN": "{field} {text} 晚于截止日期（{closingOn}）。",
    en: "“{field}” {text} is later than the closing date ({closingOn}).",
  },
  "ledgerSheet.discoveredBeforeOccurred": {
    clause: null,
    "zh-CN": "发现时间 {discovered} 早于发生时间 {occurred}。",
    en: "Discovered on {discovered}, before it occurred ({occurred}).",
  },
  "ledgerSheet.unknownRectificationKind": {
    clause: null,
    "zh-CN": "整改类型“{text}”应为{names}之一。",
    en: "The rectification type “{text}” must be one of {names}.",
  },
  "ledgerSheet.unknownMeans": {
    clause: null,
    "zh-CN": "处理手段“{text}”应为{names}中的一种或几种，用顿号隔开。",
    en: "The means “{text}” must be of {names}, separated by “、”.",
  },

  "ledgerSheet.duplicateRow": {
    clause: null,
    "zh-CN": "与第 {row} 行重复（内部编号 {externalNo} 相同，内容相同），请删去一行。",
    en: "Repeats row {row} (same internal number {externalNo}, same content). Delete one of them.",
  },
  "ledgerSheet.duplicateContent": {
    clause: null,
    "zh-CN": "与第 {row} 行重复（内容相同），请删去一行，或填写内部编号加以区别。",
    en: "Repeats row {row} (same content). Delete one, or tell them apart by internal numbers.",
  },
  "ledgerSheet.externalNoRepeated": {
    clause: null,
    "zh-CN": "内部编号 {externalNo} 与第 {row} 行相同，但内容不同。",
    en: "The internal number {externalNo} is that of row {row}, but the content differs.",
  },
  "ledgerSheet.subtotalDisagrees": {
    clause: null,
    "zh-CN": "小计 {shown} 与各行之和 {sum} 不符，以各行为准。",
    en: "The subtotal {shown} differs from the sum of its rows {sum}; the rows count.",
  },
  "ledgerSheet.totalDisagrees": {
    clause: null,
    "zh-CN": "合计 {shown} 与各行之和 {sum} 不符，以各行为准。",
    en: "The total {shown} differs from the sum of the rows {sum}; the rows count.",
  },
} as const satisfies RuleBook;

export type SheetRule = keyof typeof sheetRules;

export type SheetMistake = {
  readonly sheet: string;
  /** An address such as "P23", or a range such as "A43:AF43". */
  readonly cell: string;
  readonly rule: SheetRule;
  readonly severity: "error" | "warning";
  readonly params: RefusalParams;
};

export function mistakeMessage(mistake: Pick<SheetMistake, "rule" | "params">, locale: Locale): string {
  return ruleMessage(sheetRules, mistake.rule, mistake.params, locale);
}
