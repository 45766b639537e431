import type { Role } from "@anji/kernel";

/** The one password of every demonstration account. It exists only where the demonstration campaign is loaded. */
export const DEMONSTRATION_PASSWORD = "Anji-demo-2009";

export type CastMember = {
  username: string;
  name: string;
  unitCode: string;
  department: string | null;
  roles: Role[];
  who: string;
};

/** People of the province's office, and of the two units of the first five minutes. */
export const LEADING_CAST = [
  {
    username: "sheng.guanli",
    name: "何志远",
    unitCode: "130000",
    department: "劳动保障厅信息中心",
    roles: ["administrator"],
    who: "省级系统管理员",
  },
  {
    username: "sheng.jingban",
    name: "周文静",
    unitCode: "130000",
    department: "劳动保障厅综合处",
    roles: ["clerk", "reviewer", "inspector"],
    who: "省领导小组办公室",
  },
  {
    username: "sheng.fuhe",
    name: "韩国庆",
    unitCode: "130000",
    department: "劳动保障厅基金监督处",
    roles: ["reviewer", "inspector"],
    who: "省领导小组办公室复核",
  },
  {
    username: "sheng.zuzhang",
    name: "梁建国",
    unitCode: "130000",
    department: "省领导小组",
    roles: ["leader"],
    who: "省领导小组领导",
  },
  {
    username: "baoding.guanli",
    name: "许立新",
    unitCode: "130600",
    department: "劳动保障局",
    roles: ["administrator"],
    who: "保定市系统管理员",
  },
  {
    username: "baoding.jingban",
    name: "赵志远",
    unitCode: "130600",
    department: "劳动保障局",
    roles: ["clerk"],
    who: "保定市领导小组办公室",
  },
  {
    username: "baoding.fuhe",
    name: "李淑敏",
    unitCode: "130600",
    department: "劳动保障局",
    roles: ["reviewer", "inspector"],
    who: "保定市复核岗、抽查组",
  },
  {
    username: "baoding.zuzhang",
    name: "孙长河",
    unitCode: "130600",
    department: "市领导小组",
    roles: ["leader"],
    who: "保定市领导小组领导",
  },
  {
    username: "zhuozhou.jingban",
    name: "王玉兰",
    unitCode: "130681",
    department: "社会保险事业管理局",
    roles: ["clerk"],
    who: "涿州市（县级）经办",
  },
  {
    username: "zhuozhou.fuhe",
    name: "刘海峰",
    unitCode: "130681",
    department: "社会保险事业管理局",
    roles: ["reviewer"],
    who: "涿州市（县级）复核",
  },
] as const satisfies readonly CastMember[];

const SURNAMES = [
  "王",
  "李",
  "张",
  "刘",
  "陈",
  "杨",
  "赵",
  "黄",
  "周",
  "吴",
  "徐",
  "孙",
  "胡",
  "朱",
  "高",
  "林",
  "何",
  "郭",
  "马",
  "罗",
];
const GIVEN_NAMES = [
  "秀英",
  "建军",
  "丽华",
  "志强",
  "桂兰",
  "永福",
  "海燕",
  "文斌",
  "玉梅",
  "国平",
  "晓东",
  "春生",
  "淑珍",
  "立民",
  "红霞",
];

/** A name for a demonstration person, always the same for the same number. */
export function demonstrationName(number: number): string {
  const surname = SURNAMES[number % SURNAMES.length] ?? "王";
  const given = GIVEN_NAMES[Math.floor(number / SURNAMES.length + number * 7) % GIVEN_NAMES.length] ?? "建军";
  return `${surname}${given}`;
}
