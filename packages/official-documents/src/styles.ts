import { CHARACTER, LINE } from "./page.ts";

/** Named, never embedded: the fonts are not free to ship and every office has them. */
export const FONTS = {
  title: "方正小标宋简体",
  body: "仿宋_GB2312",
  heading: "黑体",
  subheading: "楷体_GB2312",
  number: "宋体",
} as const;

/** Half-points: 二号, 三号, 四号, 五号, 小五. */
export const SIZES = { title: 44, body: 32, small: 28, table: 21, print: 18 } as const;

/** Twips between characters: 28 of 16 points less 0.3 make 440 points of the 442 a line has. */
export const TRACKING = -6;

const RED = "FF0000";

/** The whole style sheet of an official document; it replaces the library's defaults and names no theme font. */
export function officialStyles(): string {
  const styles = [
    // Its size is the base of the character grid; readers take it from here, not from the defaults. Some readers put
    // each character into a cell of the grid and give a 16-point one two cells of 15.79. Tightened text avoids that.
    style({
      id: "Normal",
      name: "Normal",
      paragraph: `<w:widowControl w:val="0"/><w:overflowPunct w:val="1"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>`,
      run: `${font(FONTS.body)}${tracking(TRACKING)}${size(SIZES.body)}`,
    }),
    style({
      id: "OfficialBody",
      name: "公文正文",
      paragraph: `${exactLine(LINE)}${indent({ firstLine: 2 })}<w:jc w:val="both"/>`,
    }),
    ...headingStyles(),
    style({
      id: "IssuingMark",
      name: "发文机关标志",
      paragraph: `${spacing({ before: 1814, line: 960 })}<w:jc w:val="center"/>`,
      run: `${font(FONTS.title)}<w:color w:val="${RED}"/>`,
    }),
    style({
      id: "DocumentNumber",
      name: "发文字号",
      paragraph: `<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="11" w:color="${RED}"/></w:pBdr>${spacing({ before: LINE * 2, line: LINE })}`,
    }),
    style({
      id: "OfficialTitle",
      name: "公文标题",
      paragraph: `<w:keepNext/><w:keepLines/>${spacing({ before: LINE * 2, line: 700 })}<w:jc w:val="center"/>`,
      run: `${font(FONTS.title)}${size(SIZES.title)}`,
    }),
    style({ id: "Addressee", name: "主送机关", paragraph: spacing({ before: LINE, line: LINE }) }),
    style({ id: "AttachmentList", name: "附件说明", paragraph: exactLine(LINE) }),
    style({
      id: "AttachmentMark",
      name: "附件标识",
      paragraph: `<w:keepNext/><w:pageBreakBefore/>${exactLine(LINE)}`,
      run: font(FONTS.heading),
    }),
    style({
      id: "AttachmentTitle",
      name: "附件标题",
      paragraph: `<w:keepNext/>${spacing({ before: LINE, after: LINE / 2, line: 700 })}<w:jc w:val="center"/>`,
      run: `${font(FONTS.title)}${size(SIZES.title)}`,
    }),
    style({
      id: "Signature",
      name: "发文机关署名",
      paragraph: `<w:keepNext/>${spacing({ before: LINE * 2, line: LINE })}<w:jc w:val="right"/>`,
    }),
    style({
      id: "SigningDay",
      name: "成文日期",
      paragraph: `${exactLine(LINE)}${indent({ right: 4 })}<w:jc w:val="right"/>`,
    }),
    style({ id: "Remark", name: "附注", paragraph: `${exactLine(LINE)}${indent({ left: 2 })}` }),
    style({ id: "Imprint", name: "版记", paragraph: looseLine(), run: `${untracked()}${size(SIZES.small)}` }),
    style({ id: "Witness", name: "存证", paragraph: looseLine(), run: `${untracked()}${size(SIZES.print)}` }),
    style({
      id: "TableCaption",
      name: "表题",
      paragraph: `<w:keepNext/>${spacing({ before: 240, line: 400 })}<w:jc w:val="center"/>`,
      run: `${font(FONTS.heading)}${untracked()}${size(SIZES.small)}`,
    }),
    style({
      id: "TableUnit",
      name: "表格单位",
      paragraph: `<w:keepNext/>${exactLine(340)}<w:jc w:val="right"/>`,
      run: `${untracked()}${size(SIZES.table)}`,
    }),
    // No fixed line height in a table: a taller font would be cut off.
    style({ id: "TableText", name: "表格文字", paragraph: looseLine(), run: `${untracked()}${size(SIZES.table)}` }),
    style({
      id: "TableNote",
      name: "表注",
      paragraph: `${spacing({ before: 60, after: 60, line: 340 })}`,
      run: `${font(FONTS.subheading)}${untracked()}${size(SIZES.table)}`,
    }),
    style({
      id: "PageNumber",
      name: "页码",
      paragraph: `${exactLine(320)}`,
      run: `${font(FONTS.number)}${untracked()}${size(SIZES.small)}`,
    }),
    style({ id: "ImprintAnchor", name: "版记锚", paragraph: exactLine(20), run: size(2) }),
  ];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>${font(FONTS.body)}${size(SIZES.body)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>${styles.join("")}<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`;
}

/** 第一层用黑体字、第二层用楷体字、第三层和第四层用仿宋体字 */
function headingStyles(): string[] {
  const fonts = [FONTS.heading, FONTS.subheading, FONTS.body, FONTS.body];
  return fonts.map((name, index) =>
    style({
      id: `OfficialHeading${index + 1}`,
      name: `公文${index + 1}级标题`,
      basedOn: "OfficialBody",
      paragraph: `<w:keepNext/><w:outlineLvl w:val="${index}"/>`,
      run: font(name),
    }),
  );
}

function style(options: { id: string; name: string; basedOn?: string; paragraph?: string; run?: string }): string {
  const isNormal = options.id === "Normal";
  const base = isNormal ? "" : `<w:basedOn w:val="${options.basedOn ?? "Normal"}"/>`;
  return `<w:style w:type="paragraph"${isNormal ? ' w:default="1"' : ""} w:styleId="${options.id}"><w:name w:val="${options.name}"/>${base}<w:qFormat/><w:pPr>${options.paragraph ?? ""}</w:pPr><w:rPr>${options.run ?? ""}</w:rPr></w:style>`;
}

function font(name: string): string {
  return `<w:rFonts w:hint="eastAsia" w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`;
}

function size(halfPoints: number): string {
  return `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
}

function tracking(twips: number): string {
  return `<w:spacing w:val="${twips}"/>`;
}

function untracked(): string {
  return tracking(0);
}

function exactLine(twips: number): string {
  return `<w:spacing w:line="${twips}" w:lineRule="exact"/>`;
}

function looseLine(): string {
  return `<w:spacing w:line="240" w:lineRule="auto"/>`;
}

function spacing(options: { before?: number; after?: number; line: number }): string {
  const { before = 0, after = 0, line } = options;
  return `<w:spacing w:before="${Math.round(before)}" w:after="${Math.round(after)}" w:line="${line}" w:lineRule="exact"/>`;
}

/** Indents in characters, with their width in twips for readers that do not count characters. */
function indent(options: { left?: number; right?: number; firstLine?: number }): string {
  const attributes = Object.entries(options).map(
    ([side, characters]) => `w:${side}Chars="${characters * 100}" w:${side}="${Math.round(characters * CHARACTER)}"`,
  );
  return `<w:ind ${attributes.join(" ")}/>`;
}
