import { figureMismatches, type FrozenFigures, ROLL_COLUMNS } from "@anji/figures";
import { fen, proseText, wanText } from "@anji/kernel";
import { documentText, paragraphs, part, partsOf, styleOf, tables } from "@anji/official-documents/testing";
import { describe, expect, it } from "vitest";
import { LISTED_AMOUNTS } from "../../src/documents/figure-names.ts";
import { type MonthlyReportContent, monthlyReportDocx } from "../../src/documents/index.ts";
import { rollForwardBlocks } from "../../src/documents/roll-forward-table.ts";
import { figuresOf, LANGFANG_REPORT, LANGFANG_ROWS, tallyOf } from "./langfang.ts";

const REPORT = await monthlyReportDocx(LANGFANG_REPORT);
const HEADINGS = [
  "一、工作进展情况",
  "二、主要做法",
  "三、发现的问题",
  "（一）总体情况",
  "（二）分类情况",
  "（三）需要说明的问题",
  "四、处理和整改情况",
  "（一）本期处理情况",
  "（二）累计处理情况",
  "（三）整改状态",
  "（四）尚未整改金额增减变动",
  "（五）采取的措施",
  "五、意见和建议",
];

const NOTHING: FrozenFigures = {
  ...figuresOf([]),
  byStatus: [],
  selfCheck: { done: 11, total: 11, found: 8, nil: 3, missing: 0, late: 0 },
  plannedCount: 0,
  overdueCount: 0,
};

function headings(file: Uint8Array): string[] {
  return paragraphs(file)
    .filter((line) => line.style.startsWith("OfficialHeading"))
    .map((line) => line.text);
}

async function remark(change: Partial<MonthlyReportContent>): Promise<string | undefined> {
  return paragraphs(await monthlyReportDocx({ ...LANGFANG_REPORT, ...change })).find((line) => line.style === "Remark")
    ?.text;
}

describe("a month's figures", () => {
  it("are the published sums of 廊坊市 in the demonstration ledger", () => {
    expect(tallyOf(LANGFANG_ROWS)).toEqual({
      count: 7,
      found: "582855930000",
      recovered: "251847840000",
      repaid: "55040000000",
      rebooked: "126932390000",
      writtenOff: "0",
      outstanding: "149035700000",
      reduced: "0",
      stated: "582855930000",
    });
  });

  it("that contradict each other are named and give no document", async () => {
    const { figures } = LANGFANG_REPORT;
    expect(figureMismatches(figures)).toEqual([]);
    const [first, ...others] = figures.byFund;
    const wrong = { ...figures, byFund: first === undefined ? [] : [{ ...first, recovered: "1" }, ...others] };
    expect(figureMismatches(wrong)).toEqual(["byFund.recovered", `byFund.${first?.key}.identity`]);
    expect(() => monthlyReportDocx({ ...LANGFANG_REPORT, figures: wrong })).toThrow("byFund.recovered");
  });
});

describe("the monthly report", () => {
  it("has every section in its order, numbered 一、（一）", () => {
    expect(headings(REPORT)).toEqual(HEADINGS);
  });

  it("prints every amount of every breakdown in 万元, and every count", () => {
    const { figures } = LANGFANG_REPORT;
    const cells = tables(REPORT).flat(2);
    const printed = [figures.total, ...figures.byCategory, ...figures.byFund, ...figures.byKind, ...figures.byUnit];
    for (const line of printed) {
      for (const column of LISTED_AMOUNTS) expect(cells).toContain(wanText(fen(line[column])));
      expect(cells).toContain(String(line.count));
    }
    for (const line of figures.byStatus) expect(cells).toContain(wanText(fen(line.found)));
  });

  it("puts each line's own figures in its own row, and the sums from fen in the foot", () => {
    const { figures } = LANGFANG_REPORT;
    const [byCategory, byFund, byStatus, , , , byUnit, byKind] = tables(REPORT);
    for (const [rows, lines] of [
      [byCategory, figures.byCategory],
      [byFund, figures.byFund],
      [byUnit, figures.byUnit],
      [byKind, figures.byKind],
    ] as const) {
      for (const line of lines) {
        const found = rows?.find((row) => row[0]?.startsWith(line.name));
        expect(found?.slice(1)).toEqual([
          String(line.count),
          ...LISTED_AMOUNTS.map((column) => wanText(fen(line[column]))),
        ]);
      }
      expect(rows?.at(-1)).toEqual([
        "合计",
        "7",
        "582,855.93",
        "251,847.84",
        "55,040.00",
        "126,932.39",
        "0.00",
        "149,035.70",
        "0.00",
      ]);
    }
    expect(byStatus?.at(-1)).toEqual(["合计", "7", "582,855.93"]);
  });

  it("says every sum of the month and to date in a sentence, 亿元 from one 亿 upwards and else 万元", () => {
    const text = documentText(REPORT);
    const { total, thisMonth } = LANGFANG_REPORT.figures;
    expect(text).toContain("本期新发现问题7个，涉及金额58.29亿元");
    expect(text).toContain("累计发现问题7个，涉及金额58.29亿元");
    expect(text).toContain("支付1个、1.81亿元");
    expect(text).toContain("核销0.00万元");
    for (const amount of [total.recovered, total.repaid, total.rebooked, total.outstanding, thisMonth.recovered])
      expect(text).toContain(proseText(fen(amount)));
    expect(text).toContain("应自查单位11个，已完成自查9个；已成立领导小组11个，已报送具体方案10个。");
    expect(text).toContain("已制定整改计划4个，超过期限1个。");
    expect(text).toContain("尚有1个单位未报，本报告为不完全统计。");
  });

  it("keeps every paragraph of the text boxes", () => {
    const bodies = paragraphs(REPORT)
      .filter((line) => line.style === "OfficialBody")
      .map((line) => line.text);
    for (const box of Object.values(LANGFANG_REPORT.narrative))
      for (const text of box.split("\n")) expect(bodies).toContain(text);
  });

  it("lists its own tables and what is sent along as attachments, each table on its own page", () => {
    const lines = paragraphs(REPORT);
    expect(lines.filter((line) => line.style === "AttachmentList").map((line) => line.text)).toEqual([
      "附件：1. 分地区（单位）问题及整改情况表",
      "2. 分问题种类问题及整改情况表",
      "3. 社会保险基金专项治理问题明细表",
    ]);
    expect(lines.filter((line) => line.style === "AttachmentMark").map((line) => line.text)).toEqual([
      "附件1",
      "附件2",
    ]);
    expect(lines.filter((line) => line.style === "AttachmentTitle").map((line) => line.text)).toEqual([
      "分地区（单位）问题及整改情况表",
      "分问题种类问题及整改情况表",
    ]);
  });

  it("is signed: number, signer, who made and reviewed it, day, and head of the audit chain", () => {
    const text = documentText(REPORT);
    for (const expected of [
      "廊社险治〔2008〕5号",
      "签发人：张明远",
      "填报人：王丽；审核人：李建国；联系人：王丽，0316-2000000",
      "2008年10月8日",
      "数据截止：2008年9月30日",
      LANGFANG_REPORT.chainHead ?? "",
    ]) {
      expect(text).toContain(expected);
    }
    expect(text).not.toContain("主题词");
  });

  it("leaves out of the remark who is not named", async () => {
    expect(await remark({ reviewer: " ", contact: "" })).toBe("（填报人：王丽）");
    expect(await remark({ maker: "", reviewer: "", contact: "" })).toBeUndefined();
  });

  it("is marked as late where it was submitted after its deadline", async () => {
    expect(await remark({ isLate: true })).toContain("迟报（应于2008年10月5日前报送）");
    expect(await remark({})).not.toContain("迟报");
  });

  it("rolls what is open forward by category, fund and unit, in nine columns or in two tables where they are wide", async () => {
    const rolled = tables(REPORT).slice(3, 6);
    for (const rows of rolled) {
      expect(rows[0]?.slice(1)).toEqual([
        "期初",
        "本期新增",
        "更正",
        "核减",
        "追回",
        "同级归还",
        "调账",
        "核销",
        "期末",
      ]);
      expect(rows.at(-1)?.slice(1)).toEqual([
        "—",
        "582,855.93",
        "—",
        "—",
        "251,847.84",
        "55,040.00",
        "126,932.39",
        "—",
        "149,035.70",
      ]);
    }
    expect(documentText(REPORT)).toContain("期初尚未整改0.00万元，本期新增58.29亿元，更正0.00万元，核减0.00万元");
    const { rollForward } = LANGFANG_REPORT.figures;
    const total = Object.fromEntries(ROLL_COLUMNS.map((column) => [column, "123456780000000"]));
    const wide = rollForwardBlocks({ ...rollForward, total: { ...rollForward.total, ...total } }, []);
    const captions = wide.flatMap((block) => (block.kind === "table" ? [block.table.caption] : []));
    expect(captions.slice(0, 2)).toEqual(["表4　分类别增减变动（一）", "表4　分类别增减变动（二）"]);
    expect(captions).toHaveLength(6);
  });

  it("lets table rows grow with their text and repeats the heading on each page", () => {
    const body = part(REPORT, "word/document.xml");
    expect(body.match(/<w:trHeight /g)?.length).toBe(body.match(/<w:trHeight [^>]*w:hRule="atLeast"/g)?.length);
    expect(styleOf(REPORT, "TableText")).toContain('w:lineRule="auto"');
    expect(body.match(/<w:tblHeader/g)).toHaveLength(8);
  });

  it("stays within the text width in every table", () => {
    for (const [grid] of part(REPORT, "word/document.xml").matchAll(/<w:tblGrid>.*?<\/w:tblGrid>/gs)) {
      const widths = [...grid.matchAll(/w:w="(\d+)"/g)].map((match) => Number(match[1]));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8844);
    }
  });

  it("carries the rounding note only where the shown parts do not add up", async () => {
    const note = "因四舍五入，合计可能不等于分项之和";
    expect(documentText(REPORT)).not.toContain(note);
    // 0.004 万元 more in each of seven rows shows in no row, but as 0.03 in the sum.
    const rows = LANGFANG_ROWS.map((row) => ({
      ...row,
      found: String(BigInt(row.found) + 4000n),
      stated: String(BigInt(row.found) + 4000n),
      outstanding: String(BigInt(row.outstanding) + 4000n),
    }));
    expect(documentText(await monthlyReportDocx({ ...LANGFANG_REPORT, figures: figuresOf(rows) }))).toContain(note);
  });

  it("counts a finding that touches two funds once in the total and says so", async () => {
    const [first, second, ...others] = LANGFANG_ROWS;
    const rows =
      first === undefined || second === undefined ? [] : [first, { ...second, number: first.number }, ...others];
    const text = documentText(await monthlyReportDocx({ ...LANGFANG_REPORT, figures: figuresOf(rows) }));
    expect(text).toContain("一个问题涉及多项的，分项分别计数，合计只计一次。");
  });

  it("fits a province's amounts and long names into the page", async () => {
    const rows = LANGFANG_ROWS.map((row) => ({
      ...row,
      unitName: "围场满族蒙古族自治县社会保险事业管理局驻木兰围场国有林场管理局经办机构",
      found: String(BigInt(row.found) * 1000n),
      stated: String(BigInt(row.found) * 1000n),
      outstanding: String(BigInt(row.found) * 1000n),
      recovered: "0",
      repaid: "0",
      rebooked: "0",
    }));
    const file = await monthlyReportDocx({ ...LANGFANG_REPORT, figures: figuresOf(rows) });
    expect(tables(file)[0]?.at(-1)?.[2]).toBe("582,855,930.00");
    for (const [grid] of part(file, "word/document.xml").matchAll(/<w:tblGrid>.*?<\/w:tblGrid>/gs)) {
      for (const [, width] of grid.matchAll(/w:w="(\d+)"/g)) expect(Number(width)).toBeGreaterThan(300);
    }
  });
});

describe("the two profiles", () => {
  it("1999: 主题词, the day in Chinese numerals, otherwise the same figures", async () => {
    const file = await monthlyReportDocx({ ...LANGFANG_REPORT, profile: "1999", signedOn: "2009-07-01" });
    expect(paragraphs(file).find((line) => line.style === "SigningDay")?.text).toBe("二〇〇九年七月一日");
    expect(documentText(file)).toContain("主题词：社会保险　基金　专项治理　报告");
    expect(tables(file).slice(0, 5)).toEqual(tables(REPORT).slice(0, 5));
    expect(headings(file)).toEqual(HEADINGS);
  });

  it("write the year between U+3014 and U+3015 both", async () => {
    for (const profile of ["2012", "1999"] as const) {
      const file = await monthlyReportDocx({ ...LANGFANG_REPORT, profile, documentNo: "廊社险治[2008]第05号" });
      expect(documentText(file)).toMatch(/廊社险治\u30142008\u30155号/);
    }
  });
});

describe("a nil report (零报告)", () => {
  it("says so in title and text and names who answers for it", async () => {
    const file = await monthlyReportDocx({ ...LANGFANG_REPORT, isNil: true, figures: NOTHING, attachments: [] });
    const text = documentText(file);
    expect(paragraphs(file).find((line) => line.style === "OfficialTitle")?.text).toContain("（零报告）");
    expect(text).toContain("经自查，本月没有发现新的问题（零报告）。");
    expect(text).toContain(
      "填报人王丽、审核人李建国、签发人张明远已对本月自查情况逐项核实，对零报告的真实性、完整性负责",
    );
    expect(text).toContain("截至目前，没有登记在册的问题。");
    expect(headings(file)).toEqual(HEADINGS);
    expect(paragraphs(file).filter((line) => line.style.startsWith("Attachment"))).toEqual([]);
  });

  it("still shows what earlier months left open", async () => {
    const figures = { ...LANGFANG_REPORT.figures, thisMonth: NOTHING.thisMonth };
    const text = documentText(await monthlyReportDocx({ ...LANGFANG_REPORT, isNil: true, figures }));
    expect(text).toContain("累计发现问题7个，涉及金额58.29亿元");
    expect(text).toContain("本期追回0.00万元");
  });

  it("writes a sentence where a text box is empty", async () => {
    const narrative = { situation: "", practice: " \n ", problems: "", handling: "", suggestions: "" };
    const file = await monthlyReportDocx({ ...LANGFANG_REPORT, narrative });
    expect(paragraphs(file).filter((line) => line.text === "本月无其他需要说明的事项。")).toHaveLength(5);
    expect(headings(file)).toEqual(HEADINGS);
  });
});

const PAYLOADS = [
  "</w:t></w:r></w:p><w:p><w:r><w:t>假报告",
  '<w:fldSimple w:instr="DDEAUTO cmd.exe"/>',
  "&lt;script&gt;&amp;&#x41;&xxe;",
  "<!DOCTYPE a [<!ENTITY xxe SYSTEM 'file:///etc/passwd'>]>&xxe;",
  "]]><![CDATA[甲]]>",
  '=HYPERLINK("http://example.invalid","点击")',
  '{ INCLUDETEXT "C:\\\\secret.txt" }',
  "甲\u0000乙\u0008丙\u000b丁\u202e戊\ud800己\uffff庚",
] as const;

function withPayload(payload: string): MonthlyReportContent {
  const { narrative, figures } = LANGFANG_REPORT;
  return {
    ...LANGFANG_REPORT,
    campaignName: payload,
    unitName: payload,
    issuingBody: payload,
    addressee: payload,
    documentNo: payload,
    phaseName: payload,
    maker: payload,
    reviewer: payload,
    signer: payload,
    contact: payload,
    chainHead: payload,
    attachments: [payload],
    narrative: { ...narrative, situation: payload, suggestions: payload },
    figures: {
      ...figures,
      byUnit: figures.byUnit.map((line) => ({ ...line, name: payload })),
      byFund: figures.byFund.map((line) => ({ ...line, name: payload })),
    },
  };
}

describe("text that would be something else", () => {
  it.each(PAYLOADS)("stays text everywhere: %j", async (payload) => {
    const file = await monthlyReportDocx(withPayload(payload));
    const expected = payload.toWellFormed().replaceAll(/[\p{Cc}\u202e\uffff]/gu, "");
    const bodies = paragraphs(file)
      .filter((line) => line.style === "OfficialBody")
      .map((line) => line.text);
    expect(bodies).toContain(expected);
    expect(headings(file)).toEqual(HEADINGS);
    const parts = Object.entries(partsOf(file));
    expect(parts.filter(([, xml]) => !isWellFormed(xml)).map(([name]) => name)).toEqual([]);
    expect(
      parts
        .filter(([, xml]) => /<w:fldSimple|<w:hyperlink|<!DOCTYPE|<!ENTITY|<!\[CDATA/.test(xml))
        .map(([name]) => name),
    ).toEqual([]);
    expect(part(file, "word/document.xml")).not.toContain("instrText");
  });
});

/** Every tag closed in order, no stray angle bracket, no character XML forbids. */
function isWellFormed(xml: string): boolean {
  if (/[\ufffe\uffff]|(?![\t\n\r])\p{Cc}/u.test(xml) || !xml.isWellFormed()) return false;
  if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(xml)) return false;
  const open: string[] = [];
  for (const [, close, name, selfClosing] of xml
    .replace(/^<\?xml[^>]*\?>/, "")
    .matchAll(/<(\/?)([A-Za-z][\w:.-]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close === "/") {
      if (open.pop() !== name) return false;
    } else if (selfClosing !== "/") open.push(name ?? "");
  }
  return open.length === 0 && !/<(?![/?A-Za-z])/.test(xml);
}
