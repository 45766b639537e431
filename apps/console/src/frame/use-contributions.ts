import { createContext, useContext } from "react";
import type { Contribution } from "./contribution.ts";

/** What all contexts contribute, merged by kind. */
export type Contributions = Contribution;

export function together(parts: readonly Contribution[]): Contributions {
  return {
    navigation: parts.flatMap((part) => part.navigation),
    work: {
      verbs: oneOfEach(parts.map((part) => part.work.verbs)),
      subjects: oneOfEach(parts.map((part) => part.work.subjects)),
    },
    offenders: {
      subjects: oneOfEach(parts.map((part) => part.offenders.subjects)),
      gates: oneOfEach(parts.map((part) => part.offenders.gates)),
    },
    views: parts.flatMap((part) => part.views),
    acts: parts.flatMap((part) => part.acts),
    signals: parts.flatMap((part) => part.signals),
    onSignOut: () => {
      for (const part of parts) part.onSignOut();
    },
  };
}

export const ContributionsContext = createContext<Contributions | null>(null);

export function useContributions(): Contributions {
  const contributions = useContext(ContributionsContext);
  if (contributions === null) throw new Error("the console was started without its contexts");
  return contributions;
}

/** Two contexts that contribute the same key are a mistake; otherwise one would hide the other. */
function oneOfEach<Value>(tables: readonly Readonly<Record<string, Value>>[]): Record<string, Value> {
  const entries = tables.flatMap((table) => Object.entries(table));
  const keys = entries.map(([key]) => key);
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined) throw new Error(`two contexts contribute ${twice}`);
  return Object.fromEntries(entries);
}
