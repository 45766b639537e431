import type { RuleBook } from "@anji/kernel";

/** How an import of a sheet, or an export to one, can end early. */
export const importRules = {
  "ledgerSheet.importHasMistakes": {
    clause: null,
    "zh-CN": "文件有 {count} 处错误，没有导入任何内容，请改正后重新上传。",
    en: "The file has {count} mistakes; nothing was imported. Correct them and send it again.",
  },
  "ledgerSheet.importHasConflicts": {
    clause: null,
    "zh-CN": "有 {count} 行与台账已有内容不同，按您的选择没有导入任何内容。",
    en: "{count} rows differ from the ledger; as you chose, nothing was imported.",
  },
  "ledgerSheet.exportTooLarge": {
    clause: null,
    "zh-CN": "当前视图超过 {maximum} 个问题，请缩小筛选范围后再导出。",
    en: "This view holds more than {maximum} findings. Narrow it before exporting.",
  },
  "ledgerSheet.importMoved": {
    clause: null,
    "zh-CN": "该次导入已由另一处继续或已结束。",
    en: "This import goes on elsewhere or has ended.",
  },
  "ledgerSheet.readingAlready": {
    clause: null,
    "zh-CN": "您已有一个文件正在读取，请等它读完再试。",
    en: "Another file of yours is being read. Wait until it is done and try again.",
  },
  "ledgerSheet.tooHeavy": {
    clause: null,
    "zh-CN": "这个文件读取时超出了内存限制，请删去多余的工作表和格式，或分成几个文件上传。",
    en: "Reading this file takes more memory than allowed. Remove extra sheets and formats, or split it into several files.",
  },
  "ledgerSheet.importStopped": {
    clause: null,
    "zh-CN": "导入中断，已导入的 {done} 行保留；重新导入同一文件会接着完成。",
    en: "The import stopped; the {done} rows taken are kept. Importing the same file again completes it.",
  },
} as const satisfies RuleBook;
