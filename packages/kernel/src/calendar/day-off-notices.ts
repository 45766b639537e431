/** One year's notice: days off, and weekend days worked to make up for them, as "day" or "first..last". */
export type DayOffNotice = {
  readonly year: number;
  readonly notice: string;
  readonly days: readonly {
    readonly name: string;
    readonly off: readonly string[];
    readonly work: readonly string[];
  }[];
};

/**
 * The State Council's notices on days off (国务院办公厅关于节假日安排的通知): days that differ from the weekday rule.
 * Source: the data set holiday-cn (MIT), 2008 to 2012 and 2024 to 2026. A new year is a new entry here.
 */
export const dayOffNotices = [
  {
    year: 2008,
    notice: "http://www.gov.cn/zhengce/zhengceku/2008-03/28/content_1645.htm",
    days: [
      { name: "元旦", off: ["2008-01-01"], work: [] },
      { name: "春节", off: ["2008-02-06..2008-02-12"], work: ["2008-02-02..2008-02-03"] },
      { name: "清明节", off: ["2008-04-04..2008-04-06"], work: [] },
      { name: "“五一”国际劳动节", off: ["2008-05-01..2008-05-03"], work: ["2008-05-04"] },
      { name: "端午节", off: ["2008-06-07..2008-06-09"], work: [] },
      { name: "中秋节", off: ["2008-09-13..2008-09-15"], work: [] },
      { name: "国庆节", off: ["2008-09-29..2008-10-05"], work: ["2008-09-27..2008-09-28"] },
    ],
  },
  {
    year: 2009,
    notice: "http://www.gov.cn/zhengce/zhengceku/2008-12/10/content_1572.htm",
    days: [
      { name: "元旦", off: ["2009-01-01..2009-01-03"], work: ["2009-01-04"] },
      { name: "春节", off: ["2009-01-25..2009-01-31"], work: ["2009-01-24", "2009-02-01"] },
      { name: "清明节", off: ["2009-04-04..2009-04-06"], work: [] },
      { name: "劳动节", off: ["2009-05-01..2009-05-03"], work: [] },
      { name: "端午节", off: ["2009-05-28..2009-05-30"], work: ["2009-05-31"] },
      { name: "国庆节、中秋节", off: ["2009-10-01..2009-10-08"], work: ["2009-09-27", "2009-10-10"] },
    ],
  },
  {
    year: 2010,
    notice: "http://www.gov.cn/zhengce/zhengceku/2009-12/08/content_1476.htm",
    days: [
      { name: "元旦", off: ["2010-01-01..2010-01-03"], work: [] },
      { name: "春节", off: ["2010-02-13..2010-02-19"], work: ["2010-02-20..2010-02-21"] },
      { name: "清明节", off: ["2010-04-03..2010-04-05"], work: [] },
      { name: "劳动节", off: ["2010-05-01..2010-05-03"], work: [] },
      { name: "端午节", off: ["2010-06-14..2010-06-16"], work: ["2010-06-12..2010-06-13"] },
      { name: "中秋节", off: ["2010-09-22..2010-09-24"], work: ["2010-09-19", "2010-09-25"] },
      { name: "国庆节", off: ["2010-10-01..2010-10-07"], work: ["2010-09-26", "2010-10-09"] },
    ],
  },
  {
    year: 2011,
    notice: "http://www.gov.cn/zhengce/zhengceku/2010-12/10/content_1423.htm",
    days: [
      { name: "元旦", off: ["2011-01-01..2011-01-03"], work: [] },
      { name: "春节", off: ["2011-02-02..2011-02-08"], work: ["2011-01-30", "2011-02-12"] },
      { name: "清明节", off: ["2011-04-03..2011-04-05"], work: ["2011-04-02"] },
      { name: "劳动节", off: ["2011-04-30..2011-05-02"], work: [] },
      { name: "端午节", off: ["2011-06-04..2011-06-06"], work: [] },
      { name: "中秋节", off: ["2011-09-10..2011-09-12"], work: [] },
      { name: "国庆节", off: ["2011-10-01..2011-10-07"], work: ["2011-10-08..2011-10-09"] },
    ],
  },
  {
    year: 2012,
    notice: "http://www.gov.cn/zhengce/zhengceku/2011-12/06/content_1411.htm",
    days: [
      { name: "元旦", off: ["2012-01-01..2012-01-03"], work: ["2011-12-31"] },
      { name: "春节", off: ["2012-01-22..2012-01-28"], work: ["2012-01-21", "2012-01-29"] },
      { name: "清明节", off: ["2012-04-02..2012-04-04"], work: ["2012-03-31..2012-04-01"] },
      { name: "劳动节", off: ["2012-04-29..2012-05-01"], work: ["2012-04-28"] },
      { name: "端午节", off: ["2012-06-22..2012-06-24"], work: [] },
      { name: "中秋节、国庆节", off: ["2012-09-30..2012-10-07"], work: ["2012-09-29"] },
    ],
  },
  {
    year: 2024,
    notice: "https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm",
    days: [
      { name: "元旦", off: ["2024-01-01"], work: [] },
      { name: "春节", off: ["2024-02-10..2024-02-17"], work: ["2024-02-04", "2024-02-18"] },
      { name: "清明节", off: ["2024-04-04..2024-04-06"], work: ["2024-04-07"] },
      { name: "劳动节", off: ["2024-05-01..2024-05-05"], work: ["2024-04-28", "2024-05-11"] },
      { name: "端午节", off: ["2024-06-10"], work: [] },
      { name: "中秋节", off: ["2024-09-15..2024-09-17"], work: ["2024-09-14"] },
      { name: "国庆节", off: ["2024-10-01..2024-10-07"], work: ["2024-09-29", "2024-10-12"] },
    ],
  },
  {
    year: 2025,
    notice: "https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm",
    days: [
      { name: "元旦", off: ["2025-01-01"], work: [] },
      { name: "春节", off: ["2025-01-28..2025-02-04"], work: ["2025-01-26", "2025-02-08"] },
      { name: "清明节", off: ["2025-04-04..2025-04-06"], work: [] },
      { name: "劳动节", off: ["2025-05-01..2025-05-05"], work: ["2025-04-27"] },
      { name: "端午节", off: ["2025-05-31..2025-06-02"], work: [] },
      { name: "国庆节、中秋节", off: ["2025-10-01..2025-10-08"], work: ["2025-09-28", "2025-10-11"] },
    ],
  },
  {
    year: 2026,
    notice: "https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm",
    days: [
      { name: "元旦", off: ["2026-01-01..2026-01-03"], work: ["2026-01-04"] },
      { name: "春节", off: ["2026-02-15..2026-02-23"], work: ["2026-02-14", "2026-02-28"] },
      { name: "清明节", off: ["2026-04-04..2026-04-06"], work: [] },
      { name: "劳动节", off: ["2026-05-01..2026-05-05"], work: ["2026-05-09"] },
      { name: "端午节", off: ["2026-06-19..2026-06-21"], work: [] },
      { name: "国庆节", off: ["2026-10-01..2026-10-07"], work: ["2026-09-20", "2026-10-10"] },
      { name: "中秋节", off: ["2026-09-25..2026-09-27"], work: [] },
    ],
  },
] as const satisfies readonly DayOffNotice[];
