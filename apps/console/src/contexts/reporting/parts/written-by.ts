import type { Attempt } from "../../../rpc/use-command.ts";
import type { Written } from "./use-autosave.ts";

export function writtenBy(attempted: Attempt<{ version: number }>): Written {
  return attempted.outcome === "done" ? { version: attempted.answer.version } : attempted.outcome;
}
