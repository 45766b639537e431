import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./checkout.ts";
import { drawnPages } from "./diagrams/index.ts";

for (const { path, text, drawn } of drawnPages()) {
  if (text === drawn) continue;
  writeFileSync(join(checkout, path), drawn);
  process.stdout.write(`${path}\n`);
}
