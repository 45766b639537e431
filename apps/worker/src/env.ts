import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { z } from "zod";

const CONCURRENCY_DEFAULT = 1;
const CONCURRENCY_MAX = 8;
const NAME_CHARACTERS_MAX = 120;

/** The worker's settings: where the server is and who the worker is. Nothing of the database. */
const variables = z
  .object({
    ANJI_URL: z.url({ protocol: /^https?$/ }),
    /** The service key, or the file that holds it. */
    ANJI_API_KEY: z.string().min(1).optional(),
    ANJI_API_KEY_FILE: z.string().min(1).optional(),
    /** The name of this worker in the record of each job. */
    ANJI_WORKER_NAME: z
      .string()
      .min(1)
      .max(NAME_CHARACTERS_MAX)
      .default(`${hostname()}-${process.pid}`.slice(-NAME_CHARACTERS_MAX)),
    /** Jobs at a time. */
    ANJI_WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(CONCURRENCY_MAX).default(CONCURRENCY_DEFAULT),
    ANJI_LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  })
  .refine((values) => (values.ANJI_API_KEY === undefined) !== (values.ANJI_API_KEY_FILE === undefined), {
    error: "set exactly one of ANJI_API_KEY and ANJI_API_KEY_FILE",
  });

export type WorkerEnv = {
  readonly url: string;
  readonly apiKey: string;
  readonly name: string;
  readonly concurrency: number;
  readonly logLevel: string;
};

export function readWorkerEnv(given: Readonly<Record<string, string | undefined>>): WorkerEnv {
  const parsed = variables.safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")));
  if (!parsed.success) throw new Error(`The worker's settings are not right:\n${z.prettifyError(parsed.error)}`);
  const values = parsed.data;
  const apiKey = values.ANJI_API_KEY ?? readFileSync(values.ANJI_API_KEY_FILE ?? "", "utf8").trim();
  return {
    url: values.ANJI_URL,
    apiKey,
    name: values.ANJI_WORKER_NAME,
    concurrency: values.ANJI_WORKER_CONCURRENCY,
    logLevel: values.ANJI_LOG_LEVEL,
  };
}
