import { Button } from "antd";
import { Chip, ChipRow } from "../parts/Chip.tsx";
import { DueWord } from "../parts/DueWord.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { ListGroup } from "../parts/GroupedList.tsx";
import { Money } from "../parts/Money.tsx";
import { PageTitle } from "../parts/PageTitle.tsx";
import { Panel } from "../parts/Panel.tsx";
import { type Column, RowTable } from "../parts/RowTable.tsx";
import { SheetTable } from "../parts/SheetTable.tsx";
import { TextSections } from "../parts/TextSections.tsx";
import { Trail } from "../parts/Trail.tsx";
import { WorkCard } from "../parts/WorkCard.tsx";
import { nothing, story } from "./story.ts";

const LONG = "2000年以来用于投资、出借、办公用房和经费，至今没有收回，也没有制定归还计划的基金共涉及七个县";

type Row = { key: string; number: string; unit: string; summary: string; foundFen: string };
const COLUMNS: Column<Row>[] = [
  { key: "number", title: "编号", cell: (row) => <a href={`#row-${row.key}`}>{row.number}</a> },
  { key: "unit", title: "单位", cell: (row) => row.unit },
  { key: "summary", title: "问题摘要", isSecondary: true, isWrapped: true, cell: (row) => row.summary },
  { key: "found", title: "认定金额", align: "end", cell: (row) => <Money fen={row.foundFen} /> },
];

function rowsOf(table: string): Row[] {
  return [
    { key: `${table}-1`, number: "保-0007", unit: "涿州市", summary: "擅自扩大使用范围", foundFen: "1000000" },
    { key: `${table}-2`, number: "承-0003", unit: "围场满族蒙古族自治县", summary: LONG, foundFen: "280000000000" },
  ];
}

const CARD = {
  number: "保-0007",
  unitName: "涿州市",
  title: "破产企业欠缴养老保险费未列入清偿计划",
  amount: <Money fen="123456000" withUnit />,
  remark: null,
  isReturned: false,
  returnedWord: "退回",
  due: <DueWord dueOn="2009-02-20" />,
  act: <Button>去定性</Button>,
  isChosen: false,
};

export const listStories = [
  story("PageTitle", {
    plain: <PageTitle title="工作台" facts={[{ label: null, value: "2009年2月17日 星期二" }]} />,
    "with facts and acts": (
      <PageTitle
        title="阶段总览"
        facts={[
          { label: null, value: "2009年2月17日 星期二" },
          { label: "范围", value: "河北省保定市涿州市" },
          { label: "填报", value: "应报 172 个单位，已报 40 个" },
        ]}
      >
        <Button>导入</Button>
        <Button type="primary">登记问题</Button>
      </PageTitle>
    ),
  }),
  story("Panel", {
    plain: (
      <Panel title="提醒">
        <EmptyState what="没有需要提醒的事项。" />
      </Panel>
    ),
    "with note, aside and padding": (
      <Panel title="抽查记录" note="只计已完成并经复核签字的抽查" aside="单位：万元" isPadded>
        <p>{LONG}</p>
      </Panel>
    ),
    "with chips aside": (
      <Panel
        title="抽查记录"
        aside={
          <ChipRow label="组织单位">
            {["全部", "市抽查", "省抽查", "部际抽查"].map((name, at) => (
              <Chip key={name} isOn={at === 0} count={null} onToggle={nothing}>
                {name}
              </Chip>
            ))}
          </ChipRow>
        }
      >
        <EmptyState what="还没有抽查安排。" />
      </Panel>
    ),
  }),
  story("RowTable", {
    plain: <RowTable caption="问题台账" columns={COLUMNS} rows={rowsOf("plain")} rowKey={(row) => row.key} />,
    "chosen, with totals": (
      <RowTable
        caption="问题台账，选中一行"
        columns={COLUMNS}
        rows={rowsOf("chosen")}
        rowKey={(row) => row.key}
        chosenKey="chosen-1"
        onOpen={nothing}
        foot={["合计 2 个问题", null, null, <Money key="sum" fen="280001000000" />]}
      />
    ),
    tall: (
      <RowTable caption="问题台账，长表" columns={COLUMNS} rows={rowsOf("tall")} rowKey={(row) => row.key} isTall />
    ),
  }),
  story("SheetTable", {
    "mistake and warning": (
      <SheetTable
        mistakes={[
          {
            sheet: "问题清单",
            cell: "F12",
            rule: "a",
            isWarning: false,
            message: "金额“十二万”不是数字，请填写万元数。",
          },
          { sheet: "问题清单", cell: "C7", rule: "b", isWarning: true, message: "发生时间只写到年，按 2006 年登记。" },
        ]}
      />
    ),
  }),
  story("GroupedList", {
    open: (
      <ListGroup title="整改" count="2 件" nearest={<DueWord dueOn="2009-02-20" />} isOpenAtFirst>
        <WorkCard {...CARD} />
      </ListGroup>
    ),
    closed: (
      <ListGroup title="签署" count="1 件" nearest={<DueWord dueOn={null} />} isOpenAtFirst={false}>
        <WorkCard {...CARD} />
      </ListGroup>
    ),
  }),
  story("WorkCard", {
    plain: <WorkCard {...CARD} />,
    chosen: <WorkCard {...CARD} isChosen act={<Button type="primary">去定性</Button>} />,
    "with a remark": <WorkCard {...CARD} title={LONG} remark="“请补充凭证号。”" />,
    returned: <WorkCard {...CARD} isReturned remark="复核岗 2009年2月16日：“整改材料不全，请补正后再报。”" />,
    "without number and amount": <WorkCard {...CARD} number="" amount={null} due={<DueWord dueOn={null} />} />,
  }),
  story("Trail", {
    "bare and full": (
      <Trail
        steps={[
          { key: "1", what: "登记", who: "经办（涿州市）2009年2月1日", documentNo: null, remark: null, details: [] },
          {
            key: "2",
            what: "定性",
            who: "复核（涿州市）2009年2月3日",
            documentNo: "冀社险治办〔2009〕3号",
            remark: LONG,
            details: ["性质：违规 → 损失", "责任单位：涿州市社会保险事业管理局"],
          },
        ]}
      />
    ),
  }),
  story("TextSections", {
    two: (
      <TextSections
        sections={[
          { title: "工作任务", text: LONG },
          { title: "工作目标", text: "全面摸清底数。\n\n逐项整改到位。" },
        ]}
      />
    ),
  }),
];
