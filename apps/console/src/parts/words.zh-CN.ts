export const due = {
  unset: "未定期限",
  normal: "剩 {{days}} 天",
  soon: "临期 {{days}} 天",
  today: "今日到期",
  overdue: "超期 {{days}} 天",
} as const;

export const money = {
  wan: "{{amount}} 万元",
  unit: "单位：万元",
} as const;

export const amounts = {
  found: "认定",
  recovered: "追回",
  repaid: "政府偿还",
  rebooked: "调账",
  writtenOff: "核销",
  outstanding: "尚未整改",
  stated: "认定总额",
  reduced: "核减",
  firstStated: "首次认定",
} as const;

export const states = {
  loading: "正在加载",
  notShown: "{{what}}没有显示出来",
  nothingLost: "已保存的数据没有丢失，可以重新加载。",
  retry: "重新加载",
  progress: "{{done}} / {{total}}",
  saved: "已保存",
  saving: "正在保存",
  changedMeanwhile: "他人已改动，请核对",
  notSaved: "尚未保存，稍后自动重试",
  offline: "无法连接服务器，请检查网络后重试；已填写的内容仍保留在页面上。",
  stale: "他人已于您填写期间改动了这条记录。上方已显示最新内容，您填写的内容未丢失，请核对后再次提交。",
  loadMore: "继续加载",
  shownSoFar: "已显示 {{n}} 条",
} as const;

export const acts = {
  cancel: "取消",
  close: "关闭",
  save: "保存",
  download: "下载",
  clear: "清除条件",
  remove: "移除",
  choose: "请选择",
  discardTitle: "放弃已填写的内容？",
  discard: "放弃",
  keepWriting: "继续填写",
  copy: "复制",
  copied: "已复制",
} as const;

export const levels = { province: "省级", city: "市级", county: "县级", ministry: "部际", agency: "经办机构" } as const;

export const roles = {
  clerk: "经办岗",
  reviewer: "复核岗",
  inspector: "检查岗",
  leader: "领导岗",
  administrator: "系统管理岗",
  worker: "报告工作机",
  observer: "只读服务",
} as const;

export const fields = {
  documentNo: "文号",
  reason: "理由",
  unit: "单位",
  required: "此项必填。",
  tooLong: "最多 {{max}} 字，现有 {{n}} 字，请删减。",
  amountForm: "请填写万元数，最多六位小数。",
  documentNoHint: "例如：冀社险治办〔2009〕3号",
  dayForm: "年-月-日，如 2009-02-17",
  openCalendar: "打开日历",
  dayInvalid: "请按 2009-02-17 或 2009年2月17日 的形式填写。",
  dayEarliest: "不能早于{{day}}。",
  dayLatest: "不能晚于{{day}}。",
} as const;

export const phases = {
  deployment: "部署启动",
  selfCheck: "自查自纠",
  acceptance: "检查验收",
  summary: "总结报告",
  ended: "已结束",
  ordinal: { deployment: "一", selfCheck: "二", acceptance: "三", summary: "四" },
} as const;

export const gates = {
  quoted: "“{{clause}}”",
  unit: "单位",
  matrix: "各单位与转段条件对照表",
  readiness: "转段",
  states: { pass: "达标", fail: "未达标", unmet: "延期未办", waived: "已豁免", none: "无此类" },
  ready: { pass: "可转段", fail: "差 {{short}} 项", unmet: "延期未办 {{short}} 项", waived: "含豁免", none: "无此类" },
  readyUnits: "{{ready}} / {{of}}",
  ratio: "{{passed}}/{{total}}",
  passedOf: "{{passed}} / {{total}}",
  none: "无",
  cell: "{{state}}，{{ratio}}，查看名单",
} as const;

export const files = {
  dropHere: "点击选择文件，或将文件拖到此处",
  dropOther: "点击更换文件",
  uploading: "正在上传 {{name}}",
  failed: "文件没有上传成功",
} as const;

export const mistakes = {
  label: "核对",
  sheet: "工作表",
  cell: "单元格",
  kind: "类型",
  mistake: "错误",
  warning: "提醒",
  message: "问题与填写方法",
} as const;

export const gauge = {
  doneOf: "已查 {{done}} / 应查 {{needed}}（共 {{total}} 个）",
  scheduled: "另有 {{n}} 个已排计划",
  short: "还差 {{n}} 个",
  reached: "达到要求",
  none: "不涉及",
} as const;
