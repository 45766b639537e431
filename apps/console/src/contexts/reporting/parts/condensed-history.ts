type Step = { readonly event: string; readonly by: string };

/** Texts save themselves while somebody writes. Of consecutive writes by one person only the last is shown. */
export function condensed<Told extends Step>(history: readonly Told[]): Told[] {
  return history.filter((step, at) => {
    const next = history[at + 1];
    return step.event !== "write" || next?.event !== "write" || next.by !== step.by;
  });
}
