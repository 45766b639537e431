/** From the start to the first reason to stop: a signal, or the end of the process that started us. */
export type Lifetime = {
  readonly signal: AbortSignal;
  /** Resolves at the first reason to stop. */
  readonly over: Promise<void>;
  end(): void;
};

/** A second Ctrl-C this long after the first means: do not wait. A sooner one is the first seen twice. */
const impatienceMilliseconds = 1_000;

export function beginLifetime(): Lifetime {
  const controller = new AbortController();
  const over = new Promise<void>((resolve) => controller.signal.addEventListener("abort", () => resolve()));
  let endedAt = 0;
  const asked = () => {
    if (endedAt && performance.now() - endedAt > impatienceMilliseconds) process.exit(130);
    endedAt ||= performance.now();
    controller.abort();
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, asked);
  process.on("disconnect", () => controller.abort());
  process.channel?.unref();
  return { signal: controller.signal, over, end: () => controller.abort() };
}
