import { useFrame } from "../../../frame/use-frame.ts";
import { UnitMatrix } from "./UnitMatrix.tsx";
import { UnitsPanel } from "./UnitsPanel.tsx";
import styles from "./SelfChecks.module.css";

/** 自查结果: a county sees its own matrix; a city its own and the list of its counties; the province the list. */
export function SelfChecksView() {
  const { scopeUnit, units } = useFrame();
  const region = units.find((unit) => unit.level !== "agency" && unit.regionPath === scopeUnit.regionPath) ?? scopeUnit;
  return (
    <div className={styles["view"]}>
      {region.level === "province" ? null : <UnitMatrix unitCode={region.code} />}
      {region.level === "county" ? null : <UnitsPanel />}
    </div>
  );
}
