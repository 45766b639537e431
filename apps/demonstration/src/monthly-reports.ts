import type { UnitRow } from "@anji/jurisdictions/queries";
import {
  addDays,
  addMonths,
  type Day,
  type Id,
  type Month,
  monthEnd,
  monthOf,
  knownDay,
  monthText,
} from "@anji/kernel";
import { reportContent } from "@anji/reporting/queries";
import { receiveReport, declareNil, draftReport, returnReport, submitReport, writeReport } from "@anji/reporting/verbs";
import { usernameOf } from "./deployment.ts";
import { command, type Stage } from "./stage.ts";

const FIRST_MONTH = monthOf(knownDay("2008-07-01"));
/** The one missing report and the one the province returned, so that a reader finds both cases. */
const MISSING = { unitCode: "130700", month: monthOf(knownDay("2009-01-01")) };
const RETURNED = { unitCode: "130600", month: monthOf(knownDay("2009-01-01")) };

type Options = { campaignId: Id<"campaign">; units: readonly UnitRow[]; today: Day };

/** Every city's monthly reports up to the month before the story's today, written, submitted and received. */
export async function monthlyReports(stage: Stage, options: Options): Promise<void> {
  const cities = options.units.filter((unit) => unit.level === "city");
  for (let month = FIRST_MONTH; month < monthOf(options.today); month = addMonths(month, 1)) {
    for (const city of cities) {
      const isMissing = city.code === MISSING.unitCode && month === MISSING.month;
      if (!isMissing) await report(stage, { ...options, city, month });
    }
  }
}

async function report(stage: Stage, options: Options & { city: UnitRow; month: Month }): Promise<void> {
  const { city, month } = options;
  const on = addDays(monthEnd(month), 3);
  const clerk = await stage.as(usernameOf(city.code, "clerk"), on);
  const drafted = await draftReport(clerk, {
    ...command(),
    kind: "monthly",
    campaignId: options.campaignId,
    unitCode: city.code,
    month,
  });
  const { id } = drafted;
  let { version } = drafted;
  const { content } = await reportContent(clerk, { id });
  if (content.figures.total.count === 0) {
    ({ version } = await declareNil(clerk, {
      ...command(),
      id,
      version,
      statement: "本月未发现问题，对零报告的真实性负责。",
    }));
  } else {
    ({ version } = await writeReport(clerk, { ...command(), id, version, narrative: narrative(city, month) }));
  }
  // 填报人不能报送自己填写的报告.
  const reviewer = await stage.as(usernameOf(city.code, "reviewer"), on);
  ({ version } = await submitReport(reviewer, { ...command(), id, version }));
  const province = await stage.as("sheng.fuhe", addDays(on, 1));
  if (city.code === RETURNED.unitCode && month === RETURNED.month) {
    await returnReport(province, { ...command(), id, version, remark: "历史损失一节未写偿还进度，请补一句。" });
  } else {
    await receiveReport(province, { ...command(), id, version });
  }
}

function narrative(city: UnitRow, month: Month) {
  const when = monthText(month, "zh-CN");
  return {
    situation: `${when}，${city.name}按照全省统一部署推进自查自纠，各县（市、区）经办和管理部门逐项核对账户、票据和待遇支付。`,
    practice: "一是建立问题台账，逐项明确责任单位和期限；二是实行周调度、月报告；三是对整改到位的问题现场核验后销号。",
    problems: "部分历史遗留问题时间较长，资料不全；个别县区基金归集不及时。",
    handling: "对能立即纠正的问题当场纠正；对需要时间的问题制定整改计划，明确期限；资金追回后全部进入财政专户。",
    suggestions: "建议统一失业保险内控办法文本，明确财政专户与经办机构按月对账的责任。",
  };
}
