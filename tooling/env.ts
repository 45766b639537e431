import { resolve } from "node:path";
import { z } from "zod";
import { checkout } from "./checkout.ts";

const port = z.coerce.number().int().min(0).max(65535);
const connection = z
  .url({ protocol: /^postgres(ql)?$/, hostname: /.*/ })
  .refine((url) => (URL.parse(url)?.pathname.length ?? 0) > 1, "the address names no database");

const variables = z.object({
  ANJI_PORT: port.min(1).default(4600).describe("port of the server and the console"),
  ANJI_HOST: z
    .string()
    .min(1)
    .default("127.0.0.1")
    .describe("address the server listens on; 0.0.0.0 for every interface"),
  ANJI_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => URL.parse(url)?.pathname === "/", "the console is at the root of its address")
    .optional()
    .describe("the one address people use, such as https://anji.example.cn; without it any address that leads here"),
  ANJI_DATA_DIRECTORY: z
    .string()
    .min(1)
    .default(".anji")
    .transform((path) => resolve(checkout, path))
    .describe("database, files, secrets and logs; relative to the checkout"),
  ANJI_DATABASE_PORT: port.default(0).describe("port of the embedded PostgreSQL; 0 picks a free one at each start"),
  DATABASE_URL: connection
    .optional()
    .describe("owner connection of another PostgreSQL >= 15, instead of the embedded one"),
  DATABASE_APP_URL: connection
    .optional()
    .describe("the server's own restricted role on that PostgreSQL; without it the launcher makes the role anji_app"),
  ANJI_BROWSER: z.string().optional().describe("path of the Chromium the browser tests use"),
});

export type Environment = z.infer<typeof variables>;

/** Reads the documented variables; an empty one counts as absent. */
export function readEnvironment(values: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = variables.safeParse(given);
  if (!parsed.success) throw new EnvironmentError(parsed.error.issues.map(describe).join("\n"));
  if (parsed.data.DATABASE_APP_URL && !parsed.data.DATABASE_URL)
    throw new EnvironmentError("DATABASE_APP_URL is set without DATABASE_URL; both belong to the same PostgreSQL.");
  return parsed.data;
}

export class EnvironmentError extends Error {}

function describe(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0]);
  const purpose = Object.entries(variables.shape).find(([key]) => key === name)?.[1].description;
  return `${name} has a wrong value: ${issue.message} (${purpose ?? "unknown variable"}).`;
}
