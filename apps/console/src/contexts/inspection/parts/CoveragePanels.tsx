import { PROVINCE_READINGS } from "@anji/campaign";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { dayText } from "../../../formats/days.ts";
import { within } from "../../../frame/search-values.ts";
import { useFrame } from "../../../frame/use-frame.ts";
import { CoverageGauge } from "../../../parts/CoverageGauge.tsx";
import { Panel } from "../../../parts/Panel.tsx";
import type { Outputs } from "../../../rpc/trpc.ts";

type Coverage = Outputs["inspection"]["coverage"];

/** 抽查面: the province's floor by each reading with the ruling in force, and every city's. */
export function CoveragePanels({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation();
  const { city, denominator } = coverage;
  return (
    <>
      <ProvincePanel coverage={coverage} />
      {city[0] === undefined ? null : (
        <Panel
          title={t("checks.cityFloor", { percent: city[0].percentFloor })}
          {...(coverage.province === null ? { note: t("checks.coverageNote") } : {})}
          aside={t(`checks.cityUnits.${denominator.city}`)}
        >
          {city.map((one) => (
            <CoverageGauge
              key={one.unitCode}
              name={one.unitName}
              coverage={one}
              place={<CheckedLink unitCode={one.unitCode} level="city" />}
            />
          ))}
        </Panel>
      )}
    </>
  );
}

/** The plan leaves open what 50% is taken of, so the ruling is shown with all three readings. */
function ProvincePanel({ coverage: { province, ruling } }: { coverage: Coverage }) {
  const { t, i18n } = useTranslation();
  const { scopeUnit } = useFrame();
  if (province === null) return null;
  const { text, by, on } = ruling.ruling;
  return (
    <Panel
      title={t("checks.provinceFloor", { percent: province.percentFloor })}
      note={t("checks.coverageNote")}
      aside={t("checks.ruling", { text, by, day: dayText(on, i18n.language) })}
    >
      {PROVINCE_READINGS.map((reading) => {
        const name = t(`checks.provinceUnits.${reading}`);
        return (
          <CoverageGauge
            key={reading}
            name={reading === province.of ? t("checks.readingUsed", { reading: name }) : name}
            coverage={province.readings[reading]}
            place={<CheckedLink unitCode={scopeUnit.code} level="province" />}
          />
        );
      })}
    </Panel>
  );
}

function CheckedLink({ unitCode, level }: { unitCode: string; level: "city" | "province" }) {
  const { t } = useTranslation();
  return (
    <Link to="/checks" search={{ ...within(unitCode), level, status: "countersigned" }}>
      {t("checks.open")}
    </Link>
  );
}
