import { CONTEXTS } from "../contexts.ts";
import * as frame from "../frame/words.en.ts";
import * as parts from "../parts/words.en.ts";

/** The English of the console, with the same keys as the source text. */
export async function english(): Promise<object> {
  return Object.assign({ ...parts, ...frame }, ...(await Promise.all(CONTEXTS.map(({ words }) => words.en()))));
}
