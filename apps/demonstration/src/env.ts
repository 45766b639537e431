import { z } from "zod";

/** The loader's settings, as the server has them. Anything wrong or missing stops it with the name of the variable. */
const demonstrationEnv = z.object({
  /** Connection of the restricted role; never the owner's. */
  DATABASE_URL: z.url(),
  ANJI_DATA_DIRECTORY: z.string().min(1),
});

export type DemonstrationEnv = z.output<typeof demonstrationEnv>;

export function readDemonstrationEnv(variables: Readonly<Record<string, string | undefined>>): DemonstrationEnv {
  const parsed = demonstrationEnv.safeParse(variables);
  if (parsed.success) return parsed.data;
  throw new Error(`The settings are not right:\n${z.prettifyError(parsed.error)}`);
}
