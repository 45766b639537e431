import { describe, expect, it } from "vitest";
import { isFinished, JOB_OUTCOMES, jobStatus, QUEUE_STATES } from "../src/job.ts";

describe("the status of a job", () => {
  it("is the queue's while no act has ended the job", () => {
    const seen = QUEUE_STATES.map((queueState) => [queueState, jobStatus({ outcome: null, queueState })]);
    expect(seen).toEqual([
      ["created", "queued"],
      ["retry", "queued"],
      ["active", "running"],
      ["completed", "failed"],
      ["cancelled", "failed"],
      ["failed", "failed"],
    ]);
  });

  it("is the outcome once an act has ended the job, whatever the queue still keeps", () => {
    for (const outcome of JOB_OUTCOMES) {
      for (const queueState of [...QUEUE_STATES, null]) expect(jobStatus({ outcome, queueState })).toBe(outcome);
      expect(isFinished(outcome)).toBe(true);
    }
  });

  it("is failed when the queue no longer keeps a job without an outcome", () => {
    expect(jobStatus({ outcome: null, queueState: null })).toBe("failed");
  });
});
