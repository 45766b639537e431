import { isWithin } from "@anji/kernel";
import { useNavigate } from "@tanstack/react-router";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import styles from "./ScopeSwitch.module.css";
import { type Unit, useFrame } from "./use-frame.ts";

const WHOLE = {
  province: "frame.scope.wholeProvince",
  city: "frame.scope.wholeCity",
  county: "frame.scope.wholeCounty",
} as const;

/** 全省 ▸ 市 ▸ 县: narrows the view, never widens it beyond the person's own area. */
export function ScopeSwitch() {
  const { t } = useTranslation();
  const { me, units, scopeUnit, unitCode } = useFrame();
  const navigate = useNavigate();
  const own = units.find((unit) => unit.code === me.person.unitCode) ?? scopeUnit;
  const cityOf = (unit: Unit) => units.find((one) => one.level === "city" && isWithin(unit.regionPath, one.regionPath));
  const city = own.level === "province" ? cityOf(scopeUnit) : own.level === "city" ? own : undefined;
  const cities = own.level === "province" ? units.filter((unit) => unit.level === "city") : [];
  const counties =
    city === undefined
      ? []
      : units.filter((unit) => unit.level === "county" && isWithin(unit.regionPath, city.regionPath));
  const narrowTo = (code: string | undefined) =>
    void navigate({ to: ".", search: (before: object) => ({ ...before, unit: code }) });
  return (
    <div className={styles["scope"]} role="group" aria-label={t("frame.scope.label")}>
      <button
        type="button"
        className={unitCode === null ? styles["here"] : styles["step"]}
        aria-pressed={unitCode === null}
        onClick={() => narrowTo(undefined)}
      >
        {own.level === "agency" ? own.name : own.level === "county" ? own.name : t(WHOLE[own.level])}
      </button>
      {cities.length === 0 ? null : (
        <UnitSelect label={t("frame.scope.allCities")} units={cities} value={city?.code} onChoose={narrowTo} />
      )}
      {counties.length === 0 ? null : (
        <UnitSelect
          label={t("frame.scope.allCounties")}
          units={counties}
          value={scopeUnit.level === "county" ? scopeUnit.code : undefined}
          onChoose={(code) => narrowTo(code ?? (own.level === "province" ? city?.code : undefined))}
        />
      )}
    </div>
  );
}

type UnitSelectProps = {
  label: string;
  units: readonly Unit[];
  value: string | undefined;
  onChoose: (code: string | undefined) => void;
};

function UnitSelect({ label, units, value, onChoose }: UnitSelectProps) {
  return (
    <Select
      className={`${styles["select"]} ${value === undefined ? "" : styles["chosen"]}`}
      variant="borderless"
      aria-label={label}
      placeholder={label}
      value={value ?? null}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      popupMatchSelectWidth={180}
      options={units.map((unit) => ({ value: unit.code, label: unit.name }))}
      onChange={(code: string | null | undefined) => onChoose(code ?? undefined)}
    />
  );
}
