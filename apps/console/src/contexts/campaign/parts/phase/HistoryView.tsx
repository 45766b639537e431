import { useTranslation } from "react-i18next";
import { instantText } from "../../../../formats/days.ts";
import { wanYuan } from "../../../../formats/money.ts";
import { useFrame } from "../../../../frame/use-frame.ts";
import { EmptyState } from "../../../../parts/EmptyState.tsx";
import { Panel } from "../../../../parts/Panel.tsx";
import { openName } from "./open-name.ts";
import { Trail, type TrailStep } from "../../../../parts/Trail.tsx";

/** 转段记录: each signed step, with what the gates said at that moment. */
export function HistoryView() {
  const { t, i18n } = useTranslation();
  const { campaign } = useFrame();
  const steps: TrailStep[] = campaign.history.map((step) => ({
    key: String(step.seq),
    what: t("phasePage.history.step", { from: t(`phases.${step.from}`), to: t(`phases.${step.to}`) }),
    who: t("phasePage.history.signed", { name: step.signedBy, at: instantText(step.signedAt, i18n.language) }),
    documentNo: step.documentNo,
    remark: step.remark === "" ? null : step.remark,
    details: [
      t("phasePage.history.gates", {
        passed: step.gates.filter((gate) => gate.state === "pass" || gate.state === "none").length,
        waived: step.gates.filter((gate) => gate.state === "waived").length,
      }),
      ...step.openMatters.map((one) =>
        t("phasePage.history.open", {
          what: openName(t, one.key),
          n: one.count,
          amount: one.amountFen === null ? "" : t("money.wan", { amount: wanYuan(one.amountFen) }),
        }),
      ),
      ...step.gates.map((gate) =>
        t("phasePage.history.gate", {
          title: gate.title,
          state: t(`gates.states.${gate.state}`),
          passed: gate.passed,
          total: gate.total,
        }),
      ),
    ],
  }));
  return (
    <Panel title={t("phasePage.history.title")} isPadded>
      {steps.length === 0 ? <EmptyState what={t("phasePage.history.empty")} /> : <Trail steps={steps} />}
    </Panel>
  );
}
