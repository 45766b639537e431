import { monthlyReportDocx, monthlyReportXlsx } from "@anji/reporting/documents";
import { expect, it } from "vitest";
import { figuresOf, LANGFANG_REPORT, LANGFANG_ROWS } from "./langfang.ts";

const LINES = 100_000;
/** A worker must send a heartbeat every few seconds. */
const LONGEST_PAUSE_MS = 1000;
const TURN_MS = 10;

it("a city's report of a hundred thousand lines lets the worker's other work through within a second", async () => {
  const first = LANGFANG_ROWS.map((row) => ({
    ...row,
    found: "100",
    recovered: "10",
    repaid: "0",
    rebooked: "0",
    writtenOff: "0",
    outstanding: "90",
    stated: "100",
  }));
  const rows = Array.from({ length: LINES / first.length }, () => first).flat();
  const content = { ...LANGFANG_REPORT, figures: figuresOf(rows) };
  const pauses = countPauses();
  await monthlyReportDocx(content);
  await monthlyReportXlsx({ content, rows });
  const { count, longestMs } = pauses.end();
  expect(count).toBeGreaterThan(10);
  expect(longestMs).toBeLessThan(LONGEST_PAUSE_MS);
});

/** How long this thread computes between two turns of other work. Its own time, which other processes do not lengthen. */
function countPauses() {
  let count = 0;
  let longestMs = 0;
  let last = process.threadCpuUsage();
  const note = () => {
    const { user, system } = process.threadCpuUsage(last);
    last = process.threadCpuUsage();
    count += 1;
    longestMs = Math.max(longestMs, (user + system) / 1000);
  };
  const turns = setInterval(note, TURN_MS);
  return {
    end: () => {
      clearInterval(turns);
      note();
      return { count, longestMs };
    },
  };
}
