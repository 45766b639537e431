import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { holdLock, LockHeld } from "../../launcher/lock.ts";

const root = mkdtempSync(join(tmpdir(), "anji-lock-"));
afterAll(() => rmSync(root, { recursive: true }));

function directory(): string {
  return mkdtempSync(join(root, "held-"));
}

test("a second launcher on the same data directory is told who runs there and where", async () => {
  const held = directory();
  const lock = await holdLock(held);
  lock.announce("http://127.0.0.1:4600");
  await expect(holdLock(held)).rejects.toThrow(LockHeld);
  await expect(holdLock(held)).rejects.toThrow(
    new RegExp(`already running on .+process ${process.pid}, at http://127.0.0.1:4600`),
  );
  lock.release();
});

test("another spelling of the directory leads to the same lock", async () => {
  const held = directory();
  const lock = await holdLock(held);
  symlinkSync(held, join(root, "link"));
  await expect(holdLock(join(root, "link"))).rejects.toThrow(LockHeld);
  lock.release();
});

test("two data directories do not disturb each other", async () => {
  const first = await holdLock(directory());
  const second = await holdLock(directory());
  expect(second).not.toBe(first);
  for (const lock of [first, second]) lock.release();
});

test("the lock of a launcher that was killed is free at once", async () => {
  const held = directory();
  const lockModule = new URL("../../launcher/lock.ts", import.meta.url).href;
  const script = `const { holdLock } = await import(${JSON.stringify(lockModule)});
    await holdLock(${JSON.stringify(held)}); process.stdout.write("held"); setInterval(() => undefined, 1000);`;
  const holder = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(holder.stdout, "data");
  await expect(holdLock(held)).rejects.toThrow(LockHeld);
  holder.kill("SIGKILL");
  await once(holder, "exit");
  const lock = await holdLock(held);
  lock.release();
});
