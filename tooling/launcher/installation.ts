import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const accounts = z.array(z.object({ username: z.string(), password: z.string(), who: z.string() }));

/** What the first start put into this database: the demonstration, or nothing. Null before it. */
export type Installation = {
  readonly isMade: boolean;
  record(content: "demonstration" | "empty"): void;
  readonly accounts: () => z.infer<typeof accounts>;
};

export function readInstallation(options: { directory: string; foreignUrl: string | undefined }): Installation {
  const marker = join(options.directory, `installed${options.foreignUrl ? `-${identity(options.foreignUrl)}` : ""}`);
  const accountsFile = join(options.directory, "demonstration-accounts.json");
  return {
    isMade: existsSync(marker),
    record: (content) => writeFileSync(marker, `${content}\n`),
    accounts: () =>
      existsSync(marker) && readFileSync(marker, "utf8").trim() === "demonstration" && existsSync(accountsFile)
        ? accounts.parse(JSON.parse(readFileSync(accountsFile, "utf8")))
        : [],
  };
}

function identity(url: string): string {
  const { host, pathname } = new URL(url);
  return createHash("sha256").update(`${host}${pathname}`).digest("hex").slice(0, 12);
}
