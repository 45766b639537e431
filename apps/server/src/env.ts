import { z } from "zod";

const PORT_DEFAULT = 4600;
const CONNECTIONS_DEFAULT = 10;

/** The server's settings. Anything wrong or missing stops the start with the name of the variable. */
const serverEnv = z.object({
  /** Connection of the restricted role; never the owner's. */
  DATABASE_URL: z.url(),
  ANJI_HOST: z.string().min(1).default("127.0.0.1"),
  ANJI_PORT: z.coerce.number().int().min(0).max(65_535).default(PORT_DEFAULT),
  /** The one address of the console for people. Without it, every address that leads here is accepted. */
  ANJI_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /**
   * Reverse proxies on other machines: addresses or subnets, separated by commas. The server believes whose request
   * they pass on.
   */
  ANJI_TRUSTED_PROXIES: z.string().min(1).optional(),
  ANJI_DATA_DIRECTORY: z.string().min(1),
  /** Signs the session cookies; at least 32 characters. */
  ANJI_SECRET: z.string().min(32),
  ANJI_CONSOLE_DIRECTORY: z.string().min(1).optional(),
  ANJI_DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(200).default(CONNECTIONS_DEFAULT),
  ANJI_LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

export type ServerEnv = z.output<typeof serverEnv>;

/** An empty variable counts as absent, as it does for the launcher and the worker. */
export function readServerEnv(variables: Readonly<Record<string, string | undefined>>): ServerEnv {
  const parsed = serverEnv.safeParse(Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== "")));
  if (parsed.success) return parsed.data;
  throw new Error(`The settings are not right:\n${z.prettifyError(parsed.error)}`);
}
