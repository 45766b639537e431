import { describe, expect, it } from "vitest";

import {
  heading,
  type OfficialDocument,
  paragraph,
  paragraphsOf,
  plainLine,
  profileOn,
} from "@anji/official-documents";
import { officialDocumentDocx } from "@anji/official-documents/docx";
import { paragraphs, part, partsOf, styleOf } from "@anji/official-documents/testing";
import { headingMark, numberedBlocks } from "../src/blocks.ts";
import { chineseCount, signingDay } from "../src/document-dates.ts";
import { documentNumber } from "../src/document-number.ts";
import { balancedLines, widthOf } from "../src/plain-text.ts";

const SMALLEST: OfficialDocument = {
  profile: "2012",
  issuingBody: "廊坊市社会保险基金专项治理领导小组办公室",
  documentNo: "廊社险治〔2008〕5号",
  signer: null,
  titleSegments: ["关于开展自查的通知"],
  addressee: "各县（市、区）人民政府",
  blocks: [paragraph("正文。")],
  attachments: [],
  signedOn: "2008-10-08",
  remark: null,
  subjectWords: ["社会保险", "通知"],
  copiesTo: "省劳动保障厅、省财政厅",
  witness: null,
  frozenAt: "2008-10-05T08:30:00.000Z",
};

async function docx(change: Partial<OfficialDocument>): Promise<Uint8Array> {
  return officialDocumentDocx({ ...SMALLEST, ...change });
}

describe("the page of an official document", () => {
  it("is A4 with the margins and the grid of 22 lines by 28 characters", async () => {
    const body = part(await docx({}), "word/document.xml");
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/);
    expect(body).toContain('<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>');
    expect(body.match(/<w:sectPr/g)).toHaveLength(1);
  });

  it("sets 22 lines and 28 characters into the type area by its own line and spacing too", async () => {
    const file = await docx({});
    const line = Number(/w:line="(\d+)" w:lineRule="exact"/.exec(styleOf(file, "OfficialBody"))?.[1]);
    const tracking = Number(/<w:rPr>.*<w:spacing w:val="(-?\d+)"/.exec(styleOf(file, "Normal"))?.[1]);
    const height = 16838 - 2098 - 1984;
    const width = 11906 - 1588 - 1474;
    expect(Math.floor(height / line)).toBe(22);
    expect(Math.floor(width / (16 * 20 + tracking))).toBe(28);
    expect(styleOf(file, "OfficialBody")).toContain('w:firstLineChars="200"');
    expect(styleOf(file, "OfficialBody")).toContain('<w:jc w:val="both"/>');
  });

  it("names the fonts for East Asian text, embeds none and takes none from a theme", async () => {
    const file = await docx({});
    const fonts = Object.entries({
      Normal: "仿宋_GB2312",
      OfficialTitle: "方正小标宋简体",
      IssuingMark: "方正小标宋简体",
      OfficialHeading1: "黑体",
      OfficialHeading2: "楷体_GB2312",
      OfficialHeading3: "仿宋_GB2312",
      OfficialHeading4: "仿宋_GB2312",
      PageNumber: "宋体",
    });
    for (const [style, font] of fonts) expect(styleOf(file, style)).toContain(`w:eastAsia="${font}"`);
    expect(styleOf(file, "Normal")).toContain('<w:sz w:val="32"/>');
    expect(styleOf(file, "OfficialTitle")).toContain('<w:sz w:val="44"/>');
    expect(styleOf(file, "Imprint")).toContain('<w:sz w:val="28"/>');
    for (const name of ["word/styles.xml", "word/document.xml"]) expect(part(file, name)).not.toMatch(/Theme=/);
    expect(Object.keys(partsOf(file)).filter((name) => name.includes("fonts/"))).toEqual([]);
    expect(part(file, "word/document.xml")).not.toMatch(/<w:r>(?!<w:rPr><w:rFonts w:hint="eastAsia")/);
  });

  it("has its page number in 四号 between dashes, right on odd and left on even pages", async () => {
    const file = await docx({});
    expect(part(file, "word/settings.xml")).toMatch(/<w:evenAndOddHeaders(\/>| w:val="(true|1)")/);
    const body = part(file, "word/document.xml");
    const relations = part(file, "word/_rels/document.xml.rels");
    const footer = (type: string): string => {
      const id = new RegExp(`<w:footerReference w:type="${type}" r:id="([^"]+)"`).exec(body)?.[1];
      return part(file, `word/${new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(relations)?.[1]}`);
    };
    for (const [type, side] of [
      ["default", "right"],
      ["even", "left"],
    ] as const) {
      expect(footer(type)).toContain(`<w:jc w:val="${side}"/>`);
      expect(footer(type)).toMatch(/— <.*PAGE.*> —</s);
    }
    expect(styleOf(file, "PageNumber")).toContain('<w:sz w:val="28"/>');
  });

  it("never splits a paragraph's last line away to fill 22 lines otherwise", async () => {
    expect(styleOf(await docx({}), "Normal")).toContain('<w:widowControl w:val="0"/>');
  });
});

describe("the head of an official document", () => {
  it("prints the issuing mark in red on one line and a red rule under the number", async () => {
    const file = await docx({});
    const mark = paragraphs(file).find((line) => line.style === "IssuingMark");
    expect(mark?.text).toBe("廊坊市社会保险基金专项治理领导小组办公室文件");
    const scale = Number(/<w:w w:val="(\d+)"/.exec(mark?.xml ?? "")?.[1]);
    const size = Number(/<w:sz w:val="(\d+)"/.exec(mark?.xml ?? "")?.[1]) / 2;
    expect(widthOf(mark?.text ?? "") * size * (scale / 100)).toBeLessThanOrEqual(442.2);
    expect(styleOf(file, "IssuingMark")).toContain('<w:color w:val="FF0000"/>');
    expect(styleOf(file, "DocumentNumber")).toMatch(/<w:pBdr><w:bottom [^>]*w:space="11" w:color="FF0000"\/>/);
  });

  it("writes the number with 六角括号, without 第 and leading zeros, however it was typed", async () => {
    for (const typed of [
      "廊社险治〔2008〕5号",
      "廊社险治[2008]第05号",
      "廊社险治（2008）5号",
      "廊社险治【２００８】５号",
      "廊社险治 〔 2008 〕 005",
    ]) {
      expect(documentNumber(typed)).toBe("廊社险治\u30142008\u30155号");
    }
    const number = paragraphs(await docx({})).find((line) => line.style === "DocumentNumber");
    expect(number?.text).toBe("廊社险治\u30142008\u30155号");
  });

  it("puts the number left and the signer right when the document goes up", async () => {
    const number = paragraphs(await docx({ signer: "张明远" })).find((line) => line.style === "DocumentNumber");
    expect(number?.text).toContain("签发人：张明远");
    expect(number?.xml).toMatch(/<w:tab w:val="right"/);
    expect(number?.xml).toMatch(/w:eastAsia="楷体_GB2312"[^>]*\/>.*张明远/);
  });

  it("ends the addressee with exactly one full-width colon", async () => {
    for (const addressee of ["各县人民政府", "各县人民政府:", "各县人民政府："]) {
      expect(paragraphs(await docx({ addressee })).find((line) => line.style === "Addressee")?.text).toBe(
        "各县人民政府：",
      );
    }
  });

  it("breaks a long title only between its pieces and into even lines", () => {
    const segments = [
      "廊坊市社会保险基金专项治理",
      "领导小组办公室",
      "关于2008年9月",
      "社会保险基金专项治理",
      "工作情况的报告",
    ];
    const lines = balancedLines({ segments, maxWidth: 19.5 });
    expect(lines.join("")).toBe(segments.join(""));
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(19.5);
  });
});

describe("headings", () => {
  it("are numbered 一、（一）1.（1） and start again under a higher one", () => {
    const levels = [1, 2, 3, 4, 4, 3, 2, 1, 2] as const;
    const numbered = numberedBlocks(levels.map((level) => heading(level, "题")));
    expect(numbered.map((block) => (block.kind === "heading" ? block.text : ""))).toEqual([
      "一、题",
      "（一）题",
      "1.题",
      "（1）题",
      "（2）题",
      "2.题",
      "（二）题",
      "二、题",
      "（一）题",
    ]);
  });

  it("count in Chinese up to 99", () => {
    expect([1, 10, 11, 20, 21, 99].map(chineseCount)).toEqual(["一", "十", "十一", "二十", "二十一", "九十九"]);
    expect(() => headingMark(1, 100)).toThrow("no heading number for 100");
  });
});

describe("the end of an official document", () => {
  it("numbers attachments as they are listed and puts no mark after a name", async () => {
    const attachments = [
      { title: "甲表。", blocks: [paragraph("甲")] },
      { title: "乙表；", blocks: [paragraph("乙")] },
      { title: "丙册", blocks: [] },
    ];
    const file = await docx({ attachments });
    const lines = paragraphs(file);
    expect(lines.filter((line) => line.style === "AttachmentList").map((line) => line.text)).toEqual([
      "附件：1. 甲表",
      "2. 乙表",
      "3. 丙册",
    ]);
    expect(lines.filter((line) => line.style === "AttachmentMark").map((line) => line.text)).toEqual([
      "附件1",
      "附件2",
    ]);
    expect(styleOf(file, "AttachmentMark")).toContain("<w:pageBreakBefore/>");
    const single = await docx({ attachments: attachments.slice(0, 1) });
    expect(
      paragraphs(single)
        .filter((line) => line.style === "AttachmentList")
        .map((line) => line.text),
    ).toEqual(["附件：甲表"]);
    expect(paragraphs(single).find((line) => line.style === "AttachmentMark")?.text).toBe("附件");
  });

  it("dates in arabic numerals four characters from the right since 2012, with the issuing body above", async () => {
    const file = await docx({});
    const lines = paragraphs(file);
    const day = lines.findIndex((line) => line.style === "SigningDay");
    expect(lines[day]?.text).toBe("2008年10月8日");
    expect(lines[day - 1]?.text).toBe(SMALLEST.issuingBody);
    expect(styleOf(file, "SigningDay")).toContain('w:rightChars="400"');
    expect(lines.some((line) => line.text.includes("主题词"))).toBe(false);
  });

  it("dates in Chinese numerals and prints 主题词 in the profile of 1999", async () => {
    const lines = paragraphs(await docx({ profile: "1999", signedOn: "2009-07-01" }));
    expect(lines.find((line) => line.style === "SigningDay")?.text).toBe("二〇〇九年七月一日");
    expect(lines.some((line) => line.style === "Signature")).toBe(false);
    expect(lines.find((line) => line.text.startsWith("主题词："))?.text).toBe("主题词：社会保险　通知");
    expect(signingDay({ on: "2008-12-31", profile: "1999" })).toBe("二〇〇八年十二月三十一日");
  });

  it("takes the profile that is in force on its day", () => {
    expect([profileOn("2012-06-30"), profileOn("2012-07-01")]).toEqual(["1999", "2012"]);
  });

  it("closes with copies and imprint between rules at the foot of the last page", async () => {
    const file = await docx({ witness: "审计链头：abc" });
    const imprint = paragraphs(file).filter((line) => line.style === "Imprint" || line.style === "Witness");
    expect(imprint.map((line) => line.text)).toEqual([
      "抄送：省劳动保障厅、省财政厅。",
      `${SMALLEST.issuingBody}2008年10月8日印发`,
      "审计链头：abc",
    ]);
    expect(part(file, "word/document.xml")).toMatch(/<w:tblpPr [^>]*w:tblpYSpec="bottom" w:vertAnchor="margin"/);
  });
});

describe("text from people", () => {
  it("loses characters that XML cannot carry or that reorder what is read, and nothing else", () => {
    expect(plainLine("甲\u0000\u0008\u001f乙\u202e丙\u2066丁\ud800戊\uffff")).toBe("甲乙丙丁\ufffd戊");
    expect(plainLine("一\r\n二\u2028三\t四")).toBe("一 二 三 四");
    expect(paragraphsOf("　　第一段\r\n\r\n第二段\n")).toEqual(["第一段", "第二段"]);
    expect(plainLine("5<6 & “引号”—𠮷")).toBe("5<6 & “引号”—𠮷");
  });
});

describe("the file", () => {
  it("is the same to the byte for the same content, at any time and in any time zone", async () => {
    const zone = process.env["TZ"];
    const first = await docx({});
    process.env["TZ"] = "America/New_York";
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const second = await docx({});
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  it("carries no other time than the instant its content was frozen", async () => {
    const core = part(await docx({}), "docProps/core.xml");
    expect([...core.matchAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g)].map((match) => match[0])).toEqual([
      "2008-10-05T08:30:00Z",
      "2008-10-05T08:30:00Z",
    ]);
  });
});
