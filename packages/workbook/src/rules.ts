import type { RuleBook } from "@anji/kernel";

/** Why a file is refused as a workbook, with what to do about it. */
export const workbookRules = {
  "workbook.tooLarge": {
    clause: null,
    "zh-CN": "文件超过 {maximum} MB，请分成几个文件上传。",
    en: "The file is larger than {maximum} MB. Split it into several files.",
  },
  "workbook.empty": {
    clause: null,
    "zh-CN": "文件是空的，请重新选择。",
    en: "The file is empty. Choose it again.",
  },
  "workbook.notWorkbook": {
    clause: null,
    "zh-CN": "这不是 .xlsx 工作簿，请用表格软件另存为 .xlsx 后上传。",
    en: "This is not an .xlsx workbook. Save it as .xlsx and upload it again.",
  },
  "workbook.oldFormat": {
    clause: null,
    "zh-CN": "这是旧格式（.xls）文件，请另存为 .xlsx 后上传。",
    en: "This is an old .xls file. Save it as .xlsx and upload it again.",
  },
  "workbook.encrypted": {
    clause: null,
    "zh-CN": "文件设有打开密码，请取消密码后上传。",
    en: "The file needs a password to open. Remove the password and upload it again.",
  },
  "workbook.damaged": {
    clause: null,
    "zh-CN": "文件已损坏或不完整，没有导入任何内容，请重新保存后上传。",
    en: "The file is damaged or incomplete; nothing was imported. Save it again and upload it.",
  },
  "workbook.macros": {
    clause: null,
    "zh-CN": "文件含有宏，不予接收，请另存为不含宏的 .xlsx。",
    en: "The file contains macros and is refused. Save it as .xlsx without macros.",
  },
  "workbook.documentType": {
    clause: null,
    "zh-CN": "文件含有不允许的文档类型声明，不予接收。",
    en: "The file declares a document type and is refused.",
  },
  "workbook.tooManyParts": {
    clause: null,
    "zh-CN": "工作簿部件超过 {maximum} 个，请删去多余的工作表、图片后上传。",
    en: "The workbook has more than {maximum} parts. Remove unneeded sheets and pictures.",
  },
  "workbook.inflatesTooLarge": {
    clause: null,
    "zh-CN": "工作簿解压后超过 {maximum} MB，请分成几个文件上传。",
    en: "The workbook unpacks to more than {maximum} MB. Split it into several files.",
  },
  "workbook.inflatesTooMuch": {
    clause: null,
    "zh-CN": "文件压缩比超过 {maximum} 倍，不像正常的工作簿，请重新保存后上传。",
    en: "The file unpacks to more than {maximum} times its size, unlike a real workbook. Save it again and upload it.",
  },
} as const satisfies RuleBook;

export type WorkbookRule = keyof typeof workbookRules;
