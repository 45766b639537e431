const POLL_MS = 100;
/** Ends the wait when the fact never comes; below the limit of a test, so that the last answer is shown. */
const GIVEN_UP_AFTER_MS = 240_000;

/** Asks again until the answer satisfies, however long a busy machine takes. */
export async function eventually<Answer>(
  what: string,
  options: { ask: () => Promise<Answer>; until: (answer: Answer) => boolean },
): Promise<Answer> {
  const deadline = Date.now() + GIVEN_UP_AFTER_MS;
  for (;;) {
    const answer = await options.ask();
    if (options.until(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`${what}: still ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
