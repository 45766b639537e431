// Runs as its own process: the package unpacks into the temporary directory, which only TMPDIR can move.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import chromium, { inflate } from "@sparticuz/chromium";

const archives = join(dirname(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium")))), "bin");
await chromium.executablePath();
await inflate(join(archives, "al2023.tar.br"));
