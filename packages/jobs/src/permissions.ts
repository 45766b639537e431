import type { Permission } from "@anji/kernel";

// A job waits in one queue for the whole installation, so a worker belongs to the province.
const provincialWorker = { levels: ["province"], roles: ["worker"] } as const;

export const jobsPermissions = {
  claim: { key: "jobs.claim", ...provincialWorker },
  heartbeat: { key: "jobs.heartbeat", ...provincialWorker },
  complete: { key: "jobs.complete", ...provincialWorker },
  fail: { key: "jobs.fail", ...provincialWorker },
} as const satisfies Record<string, Permission>;
