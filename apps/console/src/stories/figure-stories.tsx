import type { GateState } from "@anji/campaign";
import { GATE_STATES } from "@anji/campaign";
import { CoverageGauge } from "../parts/CoverageGauge.tsx";
import { GateMatrix } from "../parts/GateMatrix.tsx";
import { GateRow } from "../parts/GateRow.tsx";
import { MoneyBar } from "../parts/MoneyBar.tsx";
import { nothing, story } from "./story.ts";

const HEADS = [
  { rule: "one", number: 1, title: "各县（市、区）均有自查结果" },
  { rule: "two", number: 2, title: "每个问题均已定性" },
  { rule: "three", number: 3, title: "每个问题均已销号或有限期整改计划" },
];

function cells(states: readonly GateState[]) {
  return states.map((state, at) => ({
    rule: HEADS[at]?.rule ?? "",
    passed: state === "pass" ? 23 : 7,
    total: state === "none" ? 0 : 23,
    state,
  }));
}

export const figureStories = [
  story(
    "GateRow",
    Object.fromEntries(
      GATE_STATES.map((state, at) => [
        state,
        <GateRow
          key={state}
          number={at + 1}
          title="各县（市、区）均有自查结果"
          clause="各市、县按照专项治理内容，组织涉及社会保险基金经办和管理的部门开展自查。"
          owner="各县经办和管理部门"
          state={state}
          passed={state === "pass" ? 172 : 40}
          total={172}
          offenders={state === "fail" ? <span>差 132：长安区、桥东区、桥西区 等</span> : null}
          onOpen={nothing}
        />,
      ]),
    ),
  ),
  story("GateMatrix", {
    "every state": (
      <GateMatrix
        heads={HEADS}
        rows={[
          { unitCode: "130100", unitName: "石家庄市", cells: cells(["pass", "pass", "pass"]), state: "pass" },
          { unitCode: "130600", unitName: "保定市", cells: cells(["fail", "pass", "none"]), state: "fail" },
          { unitCode: "131000", unitName: "廊坊市", cells: cells(["waived", "pass", "pass"]), state: "waived" },
        ]}
        total={cells(["fail", "pass", "none"])}
        totalName="河北省"
        onOpenCell={nothing}
      />
    ),
  }),
  story("CoverageGauge", {
    short: (
      <CoverageGauge
        name="石家庄市"
        coverage={{ total: 23, needed: 17, done: 9, scheduled: 4, shortBy: 8 }}
        place={null}
      />
    ),
    reached: (
      <CoverageGauge
        place={null}
        name="围场满族蒙古族自治县"
        coverage={{ total: 7, needed: 5, done: 5, scheduled: 0, shortBy: 0 }}
      />
    ),
    "nothing to check": (
      <CoverageGauge name="定州市" coverage={{ total: 0, needed: 0, done: 0, scheduled: 0, shortBy: 0 }} place={null} />
    ),
  }),
  story("MoneyBar", {
    "every part": (
      <MoneyBar
        foundFen="25840141700"
        parts={{
          recovered: "12000000000",
          repaid: "3000000000",
          rebooked: "1000000000",
          writtenOff: "500000000",
          outstanding: "9340141700",
        }}
        before={{ firstStatedFen: "26680141700", reducedFen: "840000000" }}
      />
    ),
    "nothing found": (
      <MoneyBar
        foundFen="0"
        parts={{ recovered: "0", repaid: "0", rebooked: "0", writtenOff: "0", outstanding: "0" }}
        before={null}
      />
    ),
  }),
];
