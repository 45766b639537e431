import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readIfPresent } from "../secrets.ts";

const accounts = z.array(z.object({ username: z.string(), password: z.string(), who: z.string() }));

/** What the first start put into this database: the demonstration, or nothing. */
export type Installation = {
  /** "cut short" when an earlier start ended while it loaded the demonstration. */
  readonly state: "new" | "cut short" | "made";
  readonly marker: string;
  record(content: "loading" | "demonstration" | "empty"): void;
  accounts(): z.infer<typeof accounts>;
};

export function readInstallation(options: { directory: string; foreignUrl: string | undefined }): Installation {
  const marker = join(options.directory, `installed${options.foreignUrl ? `-${identity(options.foreignUrl)}` : ""}`);
  const content = readIfPresent(marker);
  return {
    state: content === null ? "new" : content === "loading" ? "cut short" : "made",
    marker,
    record: (next) => writeFileSync(marker, `${next}\n`),
    accounts() {
      if (readIfPresent(marker) !== "demonstration") return [];
      const text = readIfPresent(join(options.directory, "demonstration-accounts.json"));
      return text === null ? [] : accounts.parse(JSON.parse(text));
    },
  };
}

function identity(url: string): string {
  const { host, pathname } = new URL(url);
  return createHash("sha256").update(`${host}${pathname}`).digest("hex").slice(0, 12);
}
