type Sendings = readonly (() => PromiseLike<unknown>)[];
type Answers<Sent extends Sendings> = { -readonly [Place in keyof Sent]: Awaited<ReturnType<Sent[Place]>> };

/**
 * Sends statements of one transaction together and waits for all of them: one round trip instead of one each. They run
 * in the order given, and each sees what earlier ones wrote. A sending must call its statement at once (`() =>
 * tx.select()….execute()`), without waiting for anything first.
 */
export async function together<const Sent extends Sendings>(...sendings: Sent): Promise<Answers<Sent>> {
  const answers = sendings.map((send) => send());
  return (await Promise.all(answers)) as Answers<Sent>; // one answer for each sending, in its place
}
