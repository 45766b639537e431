import { monitorEventLoopDelay } from "node:perf_hooks";
import { monthlyReportDocx, monthlyReportXlsx } from "@anji/reporting/documents";
import { expect, it } from "vitest";
import { figuresOf, LANGFANG_REPORT, LANGFANG_ROWS } from "./langfang.ts";

const LINES = 100_000;
/** A worker must send a heartbeat every few seconds. */
const LONGEST_PAUSE_MS = 1000;
const NANOSECONDS_PER_MS = 1_000_000;

it(
  "a city's report of a hundred thousand lines lets the worker's other work through within a second",
  { timeout: 120_000 },
  async () => {
    const first = LANGFANG_ROWS.map((row) => ({
      ...row,
      found: "100",
      recovered: "10",
      repaid: "0",
      rebooked: "0",
      writtenOff: "0",
      outstanding: "90",
    }));
    const rows = Array.from({ length: LINES / first.length }, () => first).flat();
    const content = { ...LANGFANG_REPORT, figures: figuresOf(rows) };
    const pauses = monitorEventLoopDelay({ resolution: 10 });
    pauses.enable();
    await monthlyReportDocx(content);
    await monthlyReportXlsx({ content, rows });
    pauses.disable();
    expect(pauses.count).toBeGreaterThan(10);
    expect(pauses.max / NANOSECONDS_PER_MS).toBeLessThan(LONGEST_PAUSE_MS);
  },
);
