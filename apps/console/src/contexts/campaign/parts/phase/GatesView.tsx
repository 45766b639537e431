import { GATE_STATES, isShort } from "@anji/campaign";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { dayText } from "../../../../formats/days.ts";
import { useFrame } from "../../../../frame/use-frame.ts";
import { GateMatrix } from "../../../../parts/GateMatrix.tsx";
import { GateRow } from "../../../../parts/GateRow.tsx";
import { GATE_LOOKS } from "../../../../parts/gates.ts";
import { Panel } from "../../../../parts/Panel.tsx";
import { StatusWord } from "../../../../parts/StatusWord.tsx";
import { useListText } from "../../../../parts/use-list-text.ts";
import { WAIVER_LOOKS } from "../waivers/waiver-looks.ts";
import type { Gate, PhaseGates } from "./phase-gates.ts";
import styles from "../../pages/PhasePage.module.css";

const NAMES_SHOWN = 3;
const WAIVERS_SHOWN = 4;

export function GatesView({
  gates,
  onOpen,
}: {
  gates: PhaseGates;
  onOpen: (rule: string, unitCode: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const { scopeUnit } = useFrame();
  const of = (state: Gate["state"]) => gates.gates.filter((gate) => gate.state === state).length;
  const short = gates.gates.filter(isShort).length;
  const note =
    short === 0 && of("waived") === 0
      ? of("pass") === 0
        ? t("phasePage.gates.notConcerned")
        : t("phasePage.gates.allPassed", { total: of("pass") })
      : t("phasePage.gates.counts", {
          total: gates.gates.length,
          passed: of("pass") + of("none"),
          waived: of("waived"),
          failed: short,
        });
  return (
    <div className={styles["gates"]}>
      <Panel title={t("phasePage.gates.title")} note={note}>
        {gates.gates.map((gate) => (
          <GateRow
            key={gate.rule}
            number={gate.number}
            title={gate.title}
            clause={gate.clause}
            owner={gate.owner}
            state={gate.state}
            passed={gate.passed}
            total={gate.total}
            offenders={<OffenderNames gate={gate} onOpen={() => onOpen(gate.rule, undefined)} />}
            onOpen={() => onOpen(gate.rule, undefined)}
          />
        ))}
      </Panel>
      <Panel
        title={t("phasePage.gates.matrixTitle")}
        note={t("phasePage.gates.matrixNote")}
        aside={
          <span className={styles["legend"]}>
            {GATE_STATES.map((state) => (
              <StatusWord key={state} {...GATE_LOOKS[state]}>
                {t(`gates.states.${state}`)}
              </StatusWord>
            ))}
          </span>
        }
      >
        <GateMatrix
          heads={gates.gates}
          rows={gates.matrix.units}
          total={gates.matrix.total}
          totalName={scopeUnit.name}
          onOpenCell={(cell) => onOpen(cell.rule, cell.unitCode)}
        />
        <WaiverLines gates={gates} />
      </Panel>
    </div>
  );
}

function OffenderNames({ gate, onOpen }: { gate: Gate; onOpen: () => void }) {
  const { t } = useTranslation();
  const list = useListText();
  if (gate.offenderCount === 0) return null;
  const all = [...new Set(gate.offenders.map((offender) => offender.subject?.number ?? offender.unitName))];
  const names = list(all.slice(0, NAMES_SHOWN));
  const text = { n: gate.offenderCount, names };
  return (
    <Button
      type="link"
      size="small"
      danger
      style={{ padding: 0, height: "auto", lineHeight: "var(--line-note)" }}
      onClick={onOpen}
    >
      {all.length > NAMES_SHOWN ? t("phasePage.gates.shortListMore", text) : t("phasePage.gates.shortList", text)}
    </Button>
  );
}

/** Below the matrix: each delay and exemption by name, and what became of the duty. */
function WaiverLines({ gates }: { gates: PhaseGates }) {
  const { t, i18n } = useTranslation();
  const { waivers } = gates;
  if (waivers.length === 0) return null;
  return (
    <div className={styles["waivers"]}>
      <StatusWord tone="soon" shape="diamond">
        {t("phasePage.waivers.title")}
      </StatusWord>
      {waivers.slice(0, WAIVERS_SHOWN).map((waiver) => (
        <p key={waiver.id}>
          <StatusWord {...WAIVER_LOOKS[waiver.state]}>{t(`phasePage.waivers.states.${waiver.state}`)}</StatusWord>{" "}
          {t("phasePage.waivers.line", {
            documentNo: waiver.documentNo ?? "",
            kind: t(`phasePage.waivers.kinds.${waiver.kind}`),
            unit: waiver.unitName,
            reason: waiver.reason,
            day: dayText(waiver.expiresOn, i18n.language),
          })}
        </p>
      ))}
      {waivers.length > WAIVERS_SHOWN ? (
        <Link to="/phase" search={{ view: "waivers" }}>
          {t("phasePage.waivers.all", { n: waivers.length })}
        </Link>
      ) : null}
    </div>
  );
}
