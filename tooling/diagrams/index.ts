import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contexts } from "@anji/api";
import type { Contribution } from "@anji/campaign/contributed";
import { checkout } from "../checkout.ts";
import { diagramOf } from "./diagram.ts";

export type Page = { readonly path: string; readonly text: string; readonly drawn: string };

/** The README of each room with a machine: as it is, and with its diagrams drawn. */
export function drawnPages(): Page[] {
  return Object.entries(contexts).flatMap(([context, part]: [string, Contribution]) => {
    const drawings = [
      ...(part.machines ?? []).map((machine) => [machine.id, diagramOf(machine, [])] as const),
      ...(part.lifecycles ?? []).map((one) => [one.subject, diagramOf(one.machine, one.beginnings)] as const),
    ];
    if (drawings.length === 0) return [];
    const path = `packages/${context.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}/README.md`;
    const text = readFileSync(join(checkout, path), "utf8");
    const drawn = drawings.reduce((page, [name, diagram]) => withDiagram(page, { path, name, diagram }), text);
    return [{ path, text, drawn }];
  });
}

function withDiagram(page: string, options: { path: string; name: string; diagram: string }): string {
  const { path, name, diagram } = options;
  const start = `<!-- diagram of ${name}, written by npm run diagrams -->`;
  const end = `<!-- end of the diagram of ${name} -->`;
  const [before, rest] = page.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${path} lacks the lines\n${start}\n${end}`);
  return `${before}${start}\n\`\`\`mermaid\n${diagram}\n\`\`\`\n${end}${after}`;
}
