import { Edits } from "./edits.ts";
import { camel, kebab, pascal, title } from "./words.ts";

export type PageRequest = {
  readonly context: string;
  /** The page, such as `library`, and its Chinese title. */
  readonly name: string;
  readonly title: string;
};

/** A page of a context: its route, its words in both languages, an empty state to begin with. */
export function newPage(checkout: string, request: PageRequest): Edits {
  const edits = new Edits(checkout);
  const folder = `apps/console/src/contexts/${request.context}`;
  const name = camel(request.name);
  edits.fromTemplates("page", { to: folder, values: { camel: name, Pascal: pascal(name), title: request.title } });
  edits.insertAfter(`${folder}/index.ts`, /^export const routes = \[\n/m, routeOf(name));
  edits.append(`${folder}/words.zh-CN.ts`, wordsOfPage(name, request.title, "这里还没有内容。"));
  edits.append(`${folder}/words.en.ts`, wordsOfPage(name, title(name), "Nothing is here yet."));
  return edits;
}

function routeOf(name: string): string {
  return `  createRoute({
    getParentRoute: () => frameRoute,
    path: "/${kebab(name)}",
    component: lazyRouteComponent(() => import("./pages/${pascal(name)}Page.tsx"), "${pascal(name)}Page"),
  }),
`;
}

function wordsOfPage(name: string, heading: string, empty: string): string {
  return `\nexport const ${name} = { title: "${heading}", empty: "${empty}" } as const;\n`;
}
