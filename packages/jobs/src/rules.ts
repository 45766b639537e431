import type { RuleBook } from "@anji/kernel";

export const jobsRules = {
  "jobs.leaseLost": {
    clause: null,
    "zh-CN": "该任务已超时，由其他工作机接手，本次结果不再接收。",
    en: "Another worker has this job now; the result of this attempt is no longer accepted.",
  },
  "jobs.finished": {
    clause: null,
    "zh-CN": "该任务已经结束。",
    en: "This job has already ended.",
  },
} as const satisfies RuleBook;
