import { documentText, paragraphs, tables } from "@anji/official-documents/testing";
import { describe, expect, it } from "vitest";
import { type SummaryReportContent, summaryReportDocx } from "../../src/documents/index.ts";
import { figuresOf, LANGFANG_REPORT } from "./langfang.ts";

const { thisMonth: _, ...FIGURES } = LANGFANG_REPORT.figures;

const SUMMARY: SummaryReportContent = {
  campaignName: LANGFANG_REPORT.campaignName,
  unitName: "廊坊市",
  issuingBody: LANGFANG_REPORT.issuingBody,
  addressee: "省社会保险基金专项治理工作领导小组",
  documentNo: "廊社险治〔2009〕21号",
  startsOn: "2008-07-01",
  cutOffOn: "2009-09-20",
  cutOffAt: "2009-09-21T02:00:00.000Z",
  completeness: { reported: 11, of: 11 },
  figures: FIGURES,
  dueOn: "2009-09-30",
  isLate: false,
  cities: [],
  narrative: {
    situation: "全市各县（市、区）均已完成各阶段任务。",
    practice: "一是加强领导。\n二是突出重点。",
    problems: "历史遗留问题仍未全部解决。",
    results: "出台制度十三项。",
    appraisal: "基金监管总体规范，内部控制有待加强。",
    suggestions: "加强体制、机制、制度建设。",
  },
  maker: "王丽",
  reviewer: "李建国",
  signer: "张明远",
  contact: "王丽，0316-2000000",
  signedOn: "2009-09-25",
  waived: [],
  profile: "2012",
  chainHead: null,
  attachments: [],
};

describe("a city's summary", () => {
  it("has the six sections the plan asks for, in order", async () => {
    const lines = paragraphs(await summaryReportDocx(SUMMARY));
    expect(lines.filter((line) => line.style === "OfficialHeading1").map((line) => line.text)).toEqual([
      "一、总体情况",
      "二、主要做法",
      "三、发现的问题",
      "四、整改成效",
      "五、监管现状评价",
      "六、意见建议",
    ]);
    expect(lines.find((line) => line.style === "OfficialTitle")?.text).toBe(
      "廊坊市社会保险基金专项治理领导小组办公室关于社会保险基金专项治理工作的总结报告",
    );
  });

  it("binds its figures and keeps its words", async () => {
    const file = await summaryReportDocx(SUMMARY);
    const text = documentText(file);
    expect(text).toContain("截至2009年9月20日，累计发现问题7个，涉及金额58.29亿元");
    // (251847.84 + 55040 + 126932.39) of 582855.93 万元 is 74.4 %.
    expect(text).toContain("追回、偿还和调账纠正合计43.38亿元，占查出金额的74%");
    expect(tables(file)[0]?.at(-1)).toEqual([
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
    for (const box of Object.values(SUMMARY.narrative))
      for (const line of box.split("\n")) expect(text).toContain(line);
    expect(text).not.toContain("审计链头");
  });

  it("has no share where nothing was found, and refuses figures that contradict each other", async () => {
    const none = {
      found: "0",
      recovered: "0",
      repaid: "0",
      rebooked: "0",
      writtenOff: "0",
      outstanding: "0",
      reduced: "0",
      stated: "0",
      count: 0,
    };
    const { rollForward } = figuresOf([]);
    const empty = {
      ...FIGURES,
      rollForward,
      total: none,
      byCategory: [],
      byFund: [],
      byKind: [],
      byUnit: [],
      byStatus: [],
    };
    expect(documentText(await summaryReportDocx({ ...SUMMARY, figures: empty }))).toContain("合计0.00万元。");
    expect(() => summaryReportDocx({ ...SUMMARY, figures: { ...FIGURES, total: none } })).toThrow("do not add up");
  });

  it("of the province shows a city that is not received in a row of its own, unsigned, and two totals", async () => {
    const cities = [
      { unitCode: "131000", unitName: "廊坊市", standing: "received", isLate: false },
      { unitCode: "131003", unitName: "邢台市", standing: "submitted", isLate: true },
      { unitCode: "131022", unitName: "张家口市", standing: "missing", isLate: false },
      { unitCode: "131199", unitName: "衡水市", standing: "missing", isLate: false },
    ] as const;
    const file = await summaryReportDocx({ ...SUMMARY, cities });
    const rows = tables(file)[5] ?? [];
    expect(rows.map((row) => row[0])).toEqual([
      "地区（单位）",
      "廊坊市本级",
      "已接收1市",
      "邢台市（未接收，未签认）",
      "张家口市（未报，未签认）",
      "衡水市（未报，未签认）",
      ...FIGURES.byUnit.slice(3).map((line) => `${line.name}（本级）`),
      "全部",
    ]);
    expect(rows[2]?.slice(1)).toEqual(rows[1]?.slice(1));
    expect(rows[5]?.slice(1)).toEqual(Array.from({ length: 9 }, () => "—"));
    expect(rows.at(-1)?.at(-1)).toBe("149,035.70");
    expect(documentText(file)).toContain("已报送、尚未接收1个：邢台市。未报2个：张家口市、衡水市。迟报1个：邢台市。");
  });

  it("of the province names the cities without one, each with the waiver that says so", async () => {
    const waived = [
      { unitName: "衡水市", kind: "exemption" as const, expiresOn: "2009-12-31", documentNo: "冀社险治〔2009〕8号" },
      { unitName: "邢台市", kind: "delay" as const, expiresOn: "2009-11-30", documentNo: "冀社险治〔2009〕9号" },
    ];
    const text = documentText(await summaryReportDocx({ ...SUMMARY, waived }));
    expect(text).toContain("以下2个市未报送总结报告：衡水市（经批准免除报送，冀社险治〔2009〕8号）");
    expect(text).toContain("邢台市（经批准延期至2009年11月30日报送，冀社险治〔2009〕9号）");
  });
});
