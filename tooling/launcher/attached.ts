// Loaded before a child's own program: it ends the child with its launcher, however that ended.
const graceMilliseconds = 10_000;

process.once("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), graceMilliseconds).unref();
});
process.channel?.unref();
