import type { RuleBook } from "@anji/kernel";

export const reportingRules = {
  "reporting.ownReportOnly": {
    clause: "W3",
    about: "whose",
    "zh-CN": "报告由报送单位自己填写，上级可以退回，不能代填。",
    en: "The reporting unit writes its report. The level above may return it, but not write it.",
  },
  "reporting.cityReports": {
    clause: "W3",
    "zh-CN": "月报由设区市报送。",
    en: "Only cities make monthly reports.",
  },
  "reporting.monthOutsideCampaign": {
    clause: "W3",
    "zh-CN": "{month} 不在专项治理期间内。",
    en: "{month} lies outside the campaign.",
  },
  "reporting.campaignEnded": {
    clause: "R2",
    "zh-CN": "专项治理已经结束，月报不再变动。",
    en: "The campaign has ended; monthly reports no longer change.",
  },
  "reporting.monthNotBegun": {
    clause: "W3",
    "zh-CN": "{month} 尚未开始，不能取数。",
    en: "{month} has not begun; there are no figures yet.",
  },
  "reporting.writeUnsubmitted": {
    clause: null,
    about: "state",
    "zh-CN": "报告已经报送，不能修改；如需修改，请省办先退回。",
    en: "The report is submitted and cannot be changed. Ask the province to return it.",
  },
  "reporting.refreezeUnsubmitted": {
    clause: null,
    about: "state",
    "zh-CN": "报告已经报送，不能重新取数；如需修改，请省办先退回。",
    en: "The report is submitted; its figures no longer change. Ask the province to return it.",
  },
  "reporting.submitUnsubmitted": {
    clause: null,
    about: "state",
    "zh-CN": "报告已经报送，不需再次报送。",
    en: "The report is submitted already.",
  },
  "reporting.decideSubmitted": {
    clause: "W3",
    about: "state",
    "zh-CN": "只有已报送、尚未接收的报告可以接收或退回。",
    en: "Only a report that is submitted and not yet received can be received or returned.",
  },
  "reporting.renderSubmitted": {
    clause: null,
    about: "state",
    "zh-CN": "报送后才生成正式文件。",
    en: "The files are made once the report is submitted.",
  },
  "reporting.renderingSuperseded": {
    clause: null,
    "zh-CN": "该报告已另行生成文件，本次生成的文件不再采用。",
    en: "The report's files are being made again; these files are no longer needed.",
  },
  "reporting.receiveOther": {
    clause: null,
    "zh-CN": "填写或者报送过本报告的人不能接收。",
    en: "A person who wrote or submitted the report cannot receive it.",
  },
  "reporting.textMissing": {
    clause: "W3",
    "zh-CN": "还有 {count} 处文字没有填写。",
    en: "{count} text boxes are still empty.",
  },
  "reporting.nilWithFindings": {
    clause: "S1",
    "zh-CN": "截止时台账中有 {count} 条问题，不能作零报告。",
    en: "The ledger has {count} lines at the cut-off, so the report cannot be nil.",
  },
  "reporting.nilMonthly": {
    clause: "S1",
    "zh-CN": "零报告只适用于月报，总结报告不能作零报告。",
    en: "Only a monthly report can be a nil report, not a summary.",
  },
  "reporting.nilNotDeclared": {
    clause: "S1",
    "zh-CN": "截止时台账中没有问题，请明确声明零报告后报送。",
    en: "There is no finding at the cut-off. Declare a nil report explicitly before you submit.",
  },
  "reporting.submitOther": {
    clause: "W3",
    "zh-CN": "起草、填写本报告的人不能报送，请本单位其他复核岗或领导岗报送。",
    en: "The person who drafted or wrote the report cannot submit it. Another reviewer or leader of the unit does.",
  },
  "reporting.monthRunning": {
    clause: "W3",
    "zh-CN": "本月尚未结束，{day} 后重新取数方可报送、接收。",
    en: "The month still runs. Freeze the figures again after {day}; then the report can be submitted and received.",
  },
  "reporting.frozenEarly": {
    clause: "W3",
    "zh-CN": "数字在月末前取得，不含月末前后来录入的内容；请重新取数。",
    en: "The figures were frozen before the month's end and miss later entries. Freeze them again.",
  },
  "reporting.openingDiffers": {
    clause: "W3",
    "zh-CN": "期初与最近一期已接收报告的期末不一致（最近已接收：{month}），请重新取数。",
    en: "The opening is not the closing of the last received report ({month}). Freeze the figures again.",
  },
  "reporting.earlierUndecided": {
    clause: "W3",
    "zh-CN": "{month} 的月报已报送、尚未接收，请先办理。",
    en: "The report of {month} is submitted and not decided. Decide that one first.",
  },
  "reporting.laterReceived": {
    clause: "W3",
    "zh-CN": "{month} 的月报已经接收，其期初不再变动；本报告作为补报。",
    en: "The report of {month} is received and its opening stays. This report only fills the gap.",
  },
  "reporting.selfChecksMissing": {
    clause: "S1",
    "zh-CN": "还有 {count} 个单位没有签署自查结果，本报告为不完全统计。",
    en: "{count} units have not signed a self-check result; the figures are incomplete.",
  },
  "reporting.summaryUnits": {
    clause: "R1",
    "zh-CN": "总结报告由市和省报送。",
    en: "Only cities and the province make summaries.",
  },
  "reporting.summaryPhase": {
    clause: "R1",
    "zh-CN": "总结报告在总结报告阶段办理。",
    en: "Summaries belong to the summary phase.",
  },
  "reporting.provinceSummaryStands": {
    clause: "R2",
    "zh-CN": "省的总结报告提交部际领导小组，在本系统内不再接收或退回。",
    en: "The province submits its summary to the inter-ministerial group; nobody here receives or returns it.",
  },
  "reporting.citySummariesMissing": {
    clause: "R2",
    "zh-CN": "还有 {count} 个市没有报送总结报告：{cities}。",
    en: "{count} cities have not submitted their summary: {cities}.",
  },
  "reporting.citySummariesWaived": {
    clause: "R2",
    "zh-CN": "{units}未报送总结报告，已获批准，将在本报告中列明。",
    en: "Without a summary, by an approved waiver; the report names them: {units}.",
  },
  "reporting.sendSubmitted": {
    clause: "R2",
    about: "state",
    "zh-CN": "报告签发报送后才能登记上报文号。",
    en: "The number of the sending is recorded once the report is submitted.",
  },
  "reporting.sendProvince": {
    clause: "R2",
    "zh-CN": "只有省的总结报告需要登记上报文号。",
    en: "Only the province's summary has the number of its sending.",
  },
  "reporting.alreadySent": {
    clause: "R2",
    "zh-CN": "上报文号已经登记。",
    en: "The number of the sending is recorded already.",
  },
  "reporting.sendingDay": {
    clause: "R2",
    "zh-CN": "上报日期应在报送之日至今天之间。",
    en: "The report leaves on the day of its submission or later, and not in the future.",
  },
  "reporting.provinceReportMissing": {
    clause: "R2",
    "zh-CN": "省的总结报告尚未报送。",
    en: "The province's summary is not submitted.",
  },
  "reporting.sendingMissing": {
    clause: "R2",
    "zh-CN": "省的总结报告尚未登记上报文号。",
    en: "The number under which the province's summary left is not recorded.",
  },
  "reporting.summaryNotAccepted": {
    clause: "R1",
    "zh-CN": "总结报告已报送，省尚未接收。",
    en: "The summary is submitted, but the province has not accepted it.",
  },
  "reporting.summaryMissing": { clause: "R1", "zh-CN": "尚未报送总结。", en: "The summary is not submitted." },
  "reporting.summaryDraft": {
    clause: "R1",
    "zh-CN": "总结报告已起草，尚未报送。",
    en: "The summary is drafted but not submitted.",
  },
  "reporting.summaryReturned": {
    clause: "R1",
    "zh-CN": "总结报告被退回，尚未重新报送。",
    en: "The summary was returned and is not submitted again.",
  },
} as const satisfies RuleBook;
