import { limitedStream, watchSignals } from "./streams.ts";
import { procedure, router } from "./trpc.ts";

export const signalsRouter = router({
  watch: procedure.subscription(({ ctx, signal }) =>
    limitedStream(ctx, { signal, stream: (ended) => watchSignals(ctx, ended) }),
  ),
});
