export type { ContextParts, LifecycleParts } from "./context-parts.ts";
export { BATCH_SIZE_MAX, BODY_BYTES_MAX, PAGE_ROWS_MAX, STREAMS_PER_PERSON_MAX, UPLOAD_BYTES_MAX } from "./limits.ts";
export { accountMutation, mutation, query } from "./procedures.ts";
export { answeringTo, type Reading } from "./reading.ts";
export { transportCode, type WireFieldMistake, type WireRefusal, wireDefect, wireRefusal } from "./refusals.ts";
export { signalsRouter } from "./signals-router.ts";
export { limitedStream, SESSIONS_ENDED } from "./streams.ts";
export { accountProcedure, createCallerFactory, procedure, publicProcedure, router } from "./trpc.ts";
