import { limitedStream, watchSignals } from "./streams.ts";
import { procedure, router } from "./trpc.ts";

export const signalsRouter = router({
  watch: procedure.subscription(({ ctx, signal }) => limitedStream(ctx, () => watchSignals(ctx, signal ?? new AbortController().signal))),
});
