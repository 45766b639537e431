import type { AppRouter } from "@anji/api";

type PathsOf<Part> = {
  [Name in keyof Part & string]: Part[Name] extends { _def: { procedure: true } }
    ? Name
    : Name | `${Name}.${PathsOf<Part[Name]>}`;
}[keyof Part & string];

/** The path of a procedure such as `findings.list`, or the beginning of several such as `findings`. */
export type QueryPath = PathsOf<AppRouter["_def"]["record"]>;
