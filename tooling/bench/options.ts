import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";

export const PARTS = ["page", "sums", "security", "import", "export"] as const;
export type Part = (typeof PARTS)[number];

export type BenchOptions = {
  readonly rows: number;
  readonly parts: readonly Part[];
  /** Where the filled installation is kept for the next run; null for one that is thrown away. */
  readonly directory: string | null;
  /** Whether docs/benchmarks.md is written. */
  readonly writes: boolean;
};

export const USAGE = `npm run bench [-- options]
  --rows <n>          findings in the ledger (default 1000000)
  --only <parts>      of ${PARTS.join(", ")}; several with commas
  --directory <path>  keep the filled installation there, and use it again in the next run
  --write             write docs/benchmarks.md`;

const given = z.object({
  rows: z.coerce.number().int().min(10_000).max(1_000_000).default(1_000_000),
  only: z
    .string()
    .default(PARTS.join(","))
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(PARTS))),
  directory: z.string().optional(),
  write: z.boolean().default(false),
});

export function readOptions(list: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: list.filter((one) => one !== "--"),
    options: {
      rows: { type: "string" },
      only: { type: "string" },
      directory: { type: "string" },
      write: { type: "boolean" },
    },
  });
  const parsed = given.safeParse(values);
  if (!parsed.success) throw new Error(`${z.prettifyError(parsed.error)}\n\n${USAGE}`);
  const { rows, only, directory, write } = parsed.data;
  return { rows, parts: only, directory: directory === undefined ? null : resolve(directory), writes: write };
}
