import { choice, commandId, idOf, textInput } from "@anji/kernel";
import { z } from "zod";

const NAME_LENGTH = { min: 1, max: 120 };
const NOTE_LENGTH = { min: 1, max: 300 };
const MESSAGE_LENGTH = { min: 1, max: 1000 };
const FILES_MAX = 20;
const STEPS_MAX = 10_000_000;

const jobId = idOf("job");
const attempt = z.int().min(1).max(1000);
const steps = z.int().min(0).max(STEPS_MAX);

/** A worker names the kinds of job it can do. */
export function claimInputOf<Kind extends string>(kinds: readonly [Kind, ...Kind[]]) {
  return z.strictObject({
    commandId,
    workerName: textInput(NAME_LENGTH),
    kinds: z.array(choice(kinds)).min(1).max(kinds.length),
  });
}

/** Without a command id, since repeating or losing a heartbeat does no harm. */
export const heartbeatInput = z.strictObject({
  jobId,
  attempt,
  done: steps,
  total: steps,
  note: textInput(NOTE_LENGTH).nullable(),
});
export type HeartbeatInput = z.infer<typeof heartbeatInput>;

export const completeInput = z.strictObject({
  commandId,
  jobId,
  attempt,
  result: z.strictObject({ fileIds: z.array(idOf("file")).max(FILES_MAX) }),
});
export type CompleteInput = z.infer<typeof completeInput>;

export const failInput = z.strictObject({
  commandId,
  jobId,
  attempt,
  isRefusal: z.boolean(),
  message: textInput(MESSAGE_LENGTH),
});
export type FailInput = z.infer<typeof failInput>;

export const jobInput = z.strictObject({ jobId });

const EVENT_ID_LENGTH_MAX = 64;
/** `lastEventId` is what a resumed stream names; the current state is sent again either way. */
export const watchInput = z.strictObject({ jobId, lastEventId: z.string().max(EVENT_ID_LENGTH_MAX).nullish() });
