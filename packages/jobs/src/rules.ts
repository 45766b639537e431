import type { RuleBook } from "@anji/kernel";

export const jobsRules = {
  "jobs.leaseLost": {
    clause: null,
    "zh-CN": "该任务已超时，由其他工作机接手，本次结果不再接收。",
    en: "This job passed to another worker; this attempt's result is no longer taken.",
  },
  "jobs.finished": {
    clause: null,
    "zh-CN": "该任务已经结束。",
    en: "This job has already ended.",
  },
} as const satisfies RuleBook;
