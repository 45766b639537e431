import { ActButton } from "../parts/ActButton.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { ErrorState } from "../parts/ErrorState.tsx";
import { MoreRows } from "../parts/MoreRows.tsx";
import { ProgressLine } from "../parts/ProgressLine.tsx";
import { RefusalNotice } from "../parts/RefusalNotice.tsx";
import { RowSkeleton } from "../parts/RowSkeleton.tsx";
import { nothing, story } from "./story.ts";

export const stateStories = [
  story("ActButton", {
    open: <ActButton label="附证据" whyNot={null} isPrimary={false} onAct={nothing} />,
    primary: <ActButton label="报告整改完成" whyNot={null} isPrimary onAct={nothing} />,
    busy: <ActButton label="登记" whyNot={null} isPrimary isBusy onAct={nothing} />,
    blocked: <ActButton label="复核销号" whyNot="还差 1 项必备材料：整改通知书" isPrimary={false} onAct={nothing} />,
  }),
  story("EmptyState", {
    plain: <EmptyState what="目前没有等您办理的事项。" />,
    "with the way to begin": (
      <EmptyState what="台账里还没有问题。">
        <ActButton label="登记问题" whyNot={null} isPrimary onAct={nothing} />
      </EmptyState>
    ),
  }),
  story("ErrorState", {
    offline: <ErrorState what="问题台账" message="无法连接服务器，请检查网络后重试。" onRetry={nothing} />,
  }),
  story("RefusalNotice", {
    "one sentence": <RefusalNotice message="该记录已被他人改动，已显示最新内容。" others={[]} />,
    "with others": (
      <RefusalNotice
        message="填写有误，请按提示修改。"
        others={["“基金安全缺乏保障”不适用于“失业保险基金”。", "各项金额之和应等于认定金额。"]}
      />
    ),
    "with an act": (
      <RefusalNotice message="工作簿有 3 处错误。" others={[]}>
        <ActButton label="下载标注错误的工作簿" whyNot={null} isPrimary={false} onAct={nothing} />
      </RefusalNotice>
    ),
  }),
  story("RowSkeleton", {
    "one line": <RowSkeleton rows={2} lines={1} />,
    "two lines": <RowSkeleton rows={2} lines={2} />,
    "three lines": <RowSkeleton rows={2} lines={3} />,
  }),
  story("ProgressLine", {
    begun: <ProgressLine label="正在导入" done={0} total={61} />,
    "half way": <ProgressLine label="正在导入" done={30} total={61} />,
    done: <ProgressLine label="正在导入" done={61} total={61} />,
    "of unknown length": <ProgressLine label="正在导出当前视图" done={0} total={null} />,
  }),
  story("MoreRows", {
    waiting: <MoreRows shown={50} isLoading={false} onMore={nothing} />,
    loading: <MoreRows shown={50} isLoading onMore={nothing} />,
  }),
];
