import { execFileSync } from "node:child_process";
import { openWorkbook } from "@anji/workbook/reading";
import { bytesOf, writeOfficeFile } from "@anji/workbook/writing";
import { describe, expect, it } from "vitest";

const WRITER = new URL("../src/writing/write-office-file.ts", import.meta.url).href;
const SCRIPT = `const { bytesOf, writeOfficeFile } = await import(${JSON.stringify(WRITER)});
process.stdout.write(Buffer.from(await bytesOf(writeOfficeFile([{ path: "a.xml", content: "<a/>" }]))));`;

function writtenIn(zone: string): Buffer {
  return execFileSync(process.execPath, ["--input-type=module", "-e", SCRIPT], { env: { ...process.env, TZ: zone } });
}

describe("an office file", () => {
  it("has the same bytes in every time zone", () => {
    expect(writtenIn("Asia/Shanghai").equals(writtenIn("America/New_York"))).toBe(true);
  });

  it("asks a function for its text only when the parts before it are written", async () => {
    let rows = 0;
    async function* counting() {
      for (rows = 0; rows < 3; rows += 1) yield `<row r="${rows + 1}"/>`;
    }
    const parts = await openWorkbook(
      await bytesOf(
        writeOfficeFile([
          { path: "[Content_Types].xml", content: "<Types/>" },
          { path: "rows.xml", content: counting() },
          { path: "sum.xml", content: () => `<sum rows="${rows}"/>` },
        ]),
      ),
    );
    expect(Buffer.from(await parts.read("sum.xml")).toString()).toBe('<sum rows="3"/>');
  });

  it("ends with the error of a part that cannot be told", async () => {
    const parts = [
      {
        path: "sum.xml",
        content: () => {
          throw new Error("sums differ");
        },
      },
    ];
    await expect(bytesOf(writeOfficeFile(parts))).rejects.toThrow("sums differ");
  });
});
