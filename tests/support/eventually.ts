const POLL_MS = 100;

/** Asks again until the answer satisfies, or fails with the last answer after the given time. */
export async function eventually<Answer>(
  what: string,
  options: { ask: () => Promise<Answer>; until: (answer: Answer) => boolean; withinMs: number },
): Promise<Answer> {
  const deadline = Date.now() + options.withinMs;
  for (;;) {
    const answer = await options.ask();
    if (options.until(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`${what}: still ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
