import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The directory that holds apps, packages, tooling and tests. */
export const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
