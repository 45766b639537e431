import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./sources.ts";

const PAGES = globSync(["*.md", "docs/**/*.md", "{packages,apps}/*/*.md", "tests/**/*.md", "tooling/**/*.md"], {
  cwd: root,
  exclude: (path) => path.includes("node_modules"),
});
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
