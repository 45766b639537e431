import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "./find-browser.ts";

export { findBrowser } from "./find-browser.ts";

/** A headless Chromium that shows Chinese text; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, environment } = findBrowser();
  return chromium.launch({
    executablePath,
    headless: true,
    env: { ...process.env, ...environment },
    // Text must have the same width on every machine.
    args: ["--font-render-hinting=none", "--disable-dev-shm-usage"],
  });
}
