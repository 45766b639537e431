import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

export type SourceFile = { readonly path: string; readonly text: string };

/** The product's own TypeScript, without tests and their factories. */
export function sources(): SourceFile[] {
  return filesAt(["packages/*/src/**/*.ts", "apps/*/src/**/*.{ts,tsx}"]).filter((file) => !isTest(file.path));
}

/** Tests of every room, of the tooling and of the whole, with their factories. */
export function tests(): SourceFile[] {
  return filesAt([
    "packages/*/{src,test}/**/*.ts",
    "apps/*/{src,test}/**/*.{ts,tsx}",
    "tooling/test/**/*.ts",
    "tests/**/*.ts",
  ]).filter((file) => isTest(file.path));
}

function filesAt(patterns: string[]): SourceFile[] {
  const paths = globSync(patterns, { cwd: root, exclude: (path) => path.includes("node_modules") });
  return paths.map((path) => ({ path, text: readFileSync(`${root}/${path}`, "utf8") }));
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$|(?:^|\/)tests?\/|\/testing(?:\.ts$|\/)/.test(path);
}
