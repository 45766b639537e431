import { CONTEXTS } from "../contexts.ts";
import * as frame from "../frame/words.zh-CN.ts";
import * as parts from "../parts/words.zh-CN.ts";

type WordsOf<Contexts> = Contexts extends readonly [{ words: { "zh-CN": infer First } }, ...infer Rest]
  ? First & WordsOf<Rest>
  : unknown;

/** The source text of the console: the words of the parts, of the frame and of every context. */
export const zhCN = {
  ...parts,
  ...frame,
  // A merge over a list loses its keys, which give the type of `t`.
  ...(Object.assign({}, ...CONTEXTS.map(({ words }) => words["zh-CN"])) as WordsOf<typeof CONTEXTS>),
};
