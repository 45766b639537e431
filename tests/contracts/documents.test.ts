import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { root } from "./sources.ts";

const PAGES = globSync(["*.md", "docs/**/*.md", "{packages,apps}/*/*.md", "tests/**/*.md", "tooling/**/*.md"], {
  cwd: root,
  exclude: (path) => path.includes("node_modules"),
});
const READMES = PAGES.filter((page) => /^(?:packages|apps|tests|tooling)\b.*\/README\.md$/.test(page));
const SHAPE = ["## It owns", "## Doors", "## Rules worth knowing"];
const LINES_MAX = 60;

function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** The variables a page documents: the first column of its table. */
function documented(page: string): string[] {
  const rows = textOf(page)
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  return rows.flatMap((row) =>
    [...(row.split("|")[1] ?? "").matchAll(/`((?:ANJI|DATABASE)_[A-Z_]+)`/g)].map((match) => match[1] ?? ""),
  );
}

/** The variables a program parses. */
function parsed(source: string): string[] {
  return [...textOf(source).matchAll(/^ +((?:ANJI|DATABASE)_[A-Z_]+): [\w.]/gm)].map((match) => match[1] ?? "");
}

function workspaces(): string[] {
  return globSync("{packages,apps}/*/package.json", { cwd: root }).map(dirname);
}

function doorsOf(room: string): string[] {
  const { exports = {} } = z
    .object({ exports: z.record(z.string(), z.unknown()).optional() })
    .parse(JSON.parse(textOf(`${room}/package.json`)));
  return Object.keys(exports);
}

describe("the pages a newcomer reads", () => {
  it("lead only to what is there", () => {
    expect(PAGES.length).toBeGreaterThan(25);
    const broken = PAGES.flatMap((page) =>
      [...textOf(page).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)]
        .map((match) => match[1] ?? "")
        .filter((target) => !existsSync(join(root, dirname(page), target)))
        .map((target) => `${page}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it("name every room, in the architecture to which the README leads", () => {
    expect(textOf("README.md")).toContain("](docs/architecture.md)");
    const page = textOf("docs/architecture.md");
    expect(workspaces().filter((room) => !page.includes(`\`${room}\``))).toEqual([]);
  });

  it("are short: each room has one, and none is longer than a screen", () => {
    const lengths = workspaces().map(
      (room) => [room, textOf(`${room}/README.md`).trimEnd().split("\n").length] as const,
    );
    expect(lengths.filter(([, lines]) => lines < 5 || lines > LINES_MAX)).toEqual([]);
  });

  it("have one shape in every room: what it owns with its clauses, its doors, its rules", () => {
    const shapes = READMES.map((page) => {
      const [title, ...headings] = [...textOf(page).matchAll(/^#{1,2} .*/gm)].map((match) => match[0]);
      return {
        page,
        title,
        headings,
        hasTable: textOf(page).includes("## It owns\n\n| It owns | Plan |\n|---|---|\n"),
      };
    });
    expect(shapes.length).toBeGreaterThan(24);
    expect(shapes).toEqual(
      READMES.map((page) => ({ page, title: `# ${basename(dirname(page))}`, headings: SHAPE, hasTable: true })),
    );
  });

  it("name every door of a package", () => {
    const missing = workspaces().flatMap((room) =>
      doorsOf(room)
        .filter((door) => !textOf(`${room}/README.md`).includes(`\`${door}\``))
        .map((door) => `${room} ${door}`),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    ["tooling/README.md", "tooling/env.ts"],
    ["apps/server/README.md", "apps/server/src/env.ts"],
    ["apps/worker/README.md", "apps/worker/src/env.ts"],
  ])("%s documents exactly the variables of %s", (page, source) => {
    const known = parsed(source);
    expect(known.length).toBeGreaterThan(4);
    expect(documented(page).toSorted()).toEqual(known.toSorted());
  });
});
