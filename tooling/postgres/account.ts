import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";

/** The operating-system account PostgreSQL runs as; null means our own. */
export type Account = { readonly uid: number; readonly gid: number } | null;

/** PostgreSQL refuses to run as root, so root uses an account without rights for it. */
export function databaseAccount(options: { cluster: string }): Account {
  if (process.getuid?.() !== 0) return null;
  return ownerOf(options.cluster) ?? accountNamed("postgres") ?? createdAccount() ?? accountNamed("nobody") ?? refuse();
}

export function canEnter(account: Account, directory: string): boolean {
  return runsAs(account, ["/bin/sh", "-c", 'cd "$1"', "sh", directory]);
}

export function canRun(account: Account, program: string): boolean {
  return runsAs(account, [program, "--version"]);
}

function ownerOf(directory: string): Account {
  const found = statSync(directory, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : null;
}

function accountNamed(name: string): Account {
  const [uid, gid] = ["-u", "-g"].map((flag) => {
    const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
    return status === 0 ? Number(stdout.trim()) : null;
  });
  return uid && gid ? { uid, gid } : null;
}

function createdAccount(): Account {
  const attempts = [
    ["useradd", "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"],
    ["adduser", "-S", "-D", "-H", "postgres"],
  ];
  for (const [program = "", ...list] of attempts)
    if (spawnSync(program, list).status === 0) return accountNamed("postgres");
  return null;
}

function runsAs(account: Account, [program = "", ...list]: readonly string[]): boolean {
  return spawnSync(program, list, { ...account, cwd: "/", stdio: "ignore" }).status === 0;
}

function refuse(): never {
  throw new Error(
    "PostgreSQL does not run as root and no other account could be found or made. Start as an ordinary user, or set DATABASE_URL.",
  );
}
