import { refusalOf } from "@anji/client";

/** The server's refusal of an act. Fails when the act succeeds, or when the error is no refusal. */
export async function refusedBy(act: Promise<unknown>) {
  const error = await act.then(
    () => new Error("the act was not refused"),
    (cause: unknown) => cause,
  );
  const refusal = refusalOf(error);
  if (refusal === null) throw error;
  return refusal;
}
