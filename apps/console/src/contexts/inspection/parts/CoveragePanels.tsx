import { useTranslation } from "react-i18next";
import { useFrame } from "../../../frame/use-frame.ts";
import { CoverageGauge } from "../../../parts/CoverageGauge.tsx";
import { Panel } from "../../../parts/Panel.tsx";
import type { Outputs } from "../../../rpc/trpc.ts";

export function CoveragePanels({ coverage }: { coverage: Outputs["inspection"]["coverage"] }) {
  const { t } = useTranslation();
  const { scopeUnit } = useFrame();
  const { province, city, denominator } = coverage;
  return (
    <>
      {province === null ? null : (
        <Panel
          title={t("checks.provinceFloor", { percent: province.percentFloor })}
          note={t("checks.coverageNote")}
          aside={t(`checks.provinceUnits.${denominator.province}`)}
        >
          <CoverageGauge name={scopeUnit.name} coverage={province} />
        </Panel>
      )}
      {city[0] === undefined ? null : (
        <Panel
          title={t("checks.cityFloor", { percent: city[0].percentFloor })}
          {...(province === null ? { note: t("checks.coverageNote") } : {})}
          aside={t(`checks.cityUnits.${denominator.city}`)}
        >
          {city.map((one) => (
            <CoverageGauge key={one.unitCode} name={one.unitName} coverage={one} />
          ))}
        </Panel>
      )}
    </>
  );
}
