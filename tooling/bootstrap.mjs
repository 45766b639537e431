// Plain JavaScript without dependencies, the one file that runs on the machine's own Node (>= 20.19). It installs the
// pinned runtime and the frozen dependencies, then runs tooling/<command>.ts.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const tooling = dirname(fileURLToPath(import.meta.url));
const root = dirname(tooling);
const runtime = join(tooling, "runtime");
const commands = ["start", "test", "verify", "check", "bench", "new", "diagrams"];

const [command, ...rest] = process.argv.slice(2);
if (!commands.includes(command)) stop(`Usage: node tooling/bootstrap.mjs ${commands.join("|")} [options]`);
if (!existsSync(join(tooling, `${command}.ts`))) stop(`tooling/${command}.ts is not part of this checkout.`);

const { node, pnpm } = pinnedRuntime();
installDependencies();
handOver();

function pinnedRuntime() {
  const platform = `${process.platform}-${process.arch}`;
  const pins = JSON.parse(readFileSync(join(runtime, "package.json"), "utf8")).optionalDependencies;
  const packages = [`node-${platform}`, `@pnpm/exe.${platform}`];
  if (!packages.every((name) => name in pins)) return ownRuntime(platform);
  const isInstalled = () => packages.every((name) => installedVersion(name) === pins[name]);
  const binaries = {
    node: join(runtime, "node_modules", packages[0], "bin", "node"),
    pnpm: join(runtime, "node_modules", packages[1], "pnpm"),
  };
  if (isInstalled()) return binaries;
  say("Installing the pinned Node.js and pnpm …");
  const npm = npmCommand();
  // No package here has an install script, so it also works where install scripts are forbidden.
  run(npm.file, [...npm.arguments, "ci", "--ignore-scripts", "--include=optional", "--no-audit", "--no-fund"], {
    directory: runtime,
    environment: homeIsWritable() ? {} : { npm_config_cache: join(runtime, ".npm-cache") },
    why: "npm could not install the pinned runtime (tooling/runtime/package-lock.json). The npm registry must be reachable.",
  });
  if (!isInstalled())
    stop(`npm skipped ${packages.join(" or ")}; check the "omit", "os", "cpu" and "libc" settings of npm.`);
  const version = spawnSync(binaries.node, ["--version"], { encoding: "utf8" });
  if (version.status !== 0)
    stop(
      `The pinned Node.js does not run here (${version.error?.message ?? version.stderr.trim()}). It needs Linux with glibc >= 2.28.`,
    );
  return binaries;
}

// There is no pinned package for this platform: Node 24 and pnpm of the machine are accepted, nothing else.
function ownRuntime(platform) {
  const found = spawnSync("pnpm", ["--version"], { encoding: "utf8", cwd: root });
  if (process.versions.node.startsWith("24.") && found.status === 0) return { node: process.execPath, pnpm: "pnpm" };
  return stop(
    `The pinned Node.js 24 is published for Linux on x64 and arm64, not for ${platform}. ` +
      "Install Node.js 24 and pnpm 12 on this machine and run the command again.",
  );
}

function installedVersion(name) {
  try {
    return JSON.parse(readFileSync(join(runtime, "node_modules", name, "package.json"), "utf8")).version;
  } catch {
    return null;
  }
}

function npmCommand() {
  const fromNpm = process.env.npm_execpath;
  if (fromNpm?.endsWith("npm-cli.js") && existsSync(fromNpm)) return { file: process.execPath, arguments: [fromNpm] };
  return { file: "npm", arguments: [] };
}

function installDependencies() {
  const stamp = join(root, "node_modules", ".anji-installed");
  const wanted = createHash("sha256");
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", ...patches()])
    wanted.update(readFileSync(join(root, file)));
  const fingerprint = wanted.digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint) return;
  say("Installing the dependencies of the lockfile …");
  const options = homeIsWritable() ? [] : ["--store-dir", join(root, "node_modules", ".pnpm-store")];
  run(pnpm, ["install", "--frozen-lockfile", "--reporter", "append-only", "--loglevel", "warn", ...options], {
    directory: root,
    environment: environment(),
    why: "pnpm could not install the dependencies. The npm registry must be reachable and pnpm-lock.yaml unchanged.",
  });
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint);
}

function patches() {
  const directory = join(tooling, "patches");
  return existsSync(directory)
    ? readdirSync(directory)
        .sort()
        .map((name) => join("tooling", "patches", name))
    : [];
}

function homeIsWritable() {
  try {
    accessSync(homedir(), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function environment() {
  const own = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}` };
  if (pnpm !== "pnpm") own.PATH = `${dirname(pnpm)}${delimiter}${own.PATH}`;
  return own;
}

function run(file, list, { directory, environment: additions, why }) {
  // CI=1 keeps pnpm from asking questions. The output of an installer matters only when it fails.
  const { status, error, stdout, stderr } = spawnSync(file, list, {
    cwd: directory,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...additions, CI: "1" },
    encoding: "utf8",
    maxBuffer: 50_000_000,
  });
  if (status === 0) return;
  say(`${stdout ?? ""}${stderr ?? ""}`.trimEnd());
  stop(error ? `${why} (${error.message})` : why);
}

function handOver() {
  const child = spawn(node, [join(tooling, `${command}.ts`), ...rest], {
    cwd: root,
    // The channel shows the command that this process is gone, even after a kill -9.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: environment(),
  });
  // A terminal sends Ctrl-C to the whole group; passing it on again would count as a second one.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => (signal === "SIGINT" && process.stdin.isTTY ? undefined : child.kill(signal)));
  if (process.env.npm_lifecycle_event) stopWithParent(child);
  child.on("error", (error) => stop(`Node.js 24 could not be started: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
}

// npm starts scripts through a shell that outlives it, so a killed npm shows in the shell's parent, not in ours.
function stopWithParent(child) {
  const before = ancestry();
  setInterval(() => ancestry() !== before && child.kill("SIGTERM"), 1000).unref();
}

function ancestry() {
  return `${process.ppid} ${shellParent()}`;
}

function shellParent() {
  try {
    const [, name, parent] = /^\d+ \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${process.ppid}/stat`, "utf8"));
    return /^(sh|dash|bash)$/.test(name) ? parent : "";
  } catch {
    return "";
  }
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function stop(text) {
  say(text);
  process.exit(1);
}
