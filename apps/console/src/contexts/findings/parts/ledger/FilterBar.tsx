import { DUE_FILTERS, FINDING_STATUSES, ORIGINS } from "@anji/findings";
import { Button, Input, Select } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../../frame/use-frame.ts";
import { dayOfTyped } from "../../../../formats/typed-day.ts";
import { Chip, ChipRow } from "../../../../parts/Chip.tsx";
import { DayInput } from "../../../../parts/DayInput.tsx";
import type { FindingsSearch } from "../../search.ts";
import styles from "./FilterBar.module.css";
import { filterCount, READY_VIEW_NAMES, readyViewOf, searchOfView, withoutFilter } from "./ledger-filter.ts";

const TYPING_PAUSE_MS = 350;
type FilterBarProps = { search: FindingsSearch; onShow: (search: FindingsSearch) => void };
type ManyKey = "funds" | "categories" | "kinds" | "statuses" | "origins";

export function FilterBar({ search, onShow }: FilterBarProps) {
  const { t } = useTranslation();
  const { plan } = useFrame().campaign;
  const count = filterCount(search);
  const [isWide, setWide] = useState(false);
  const options: Record<ManyKey, { value: string; label: string }[]> = {
    funds: plan.fundLines.map((line) => ({ value: line.code, label: line.shortName })),
    categories: plan.categories.map((category) => ({ value: category.code, label: category.name })),
    kinds: plan.kinds.map((kind) => ({ value: kind.code, label: kind.name })),
    statuses: FINDING_STATUSES.map((status) => ({ value: status, label: t(`findings.statuses.${status}`) })),
    origins: ORIGINS.map((origin) => ({ value: origin, label: t(`findings.origins.${origin}`) })),
  };
  const many = (key: ManyKey, label: string) => (
    <ManyChoice
      label={label}
      value={search[key] ?? []}
      options={options[key]}
      onChoose={(value) => onShow({ ...search, [key]: value.length === 0 ? undefined : value })}
    />
  );
  return (
    <search className={styles["bar"]} aria-label={t("findings.filters.label")}>
      <ChipRow label={t("findings.ready.label")}>
        {READY_VIEW_NAMES.map((name) => (
          <Chip
            key={name}
            isOn={readyViewOf(search) === name}
            count={null}
            onToggle={() => onShow({ ...withoutFilter(search), ...searchOfView(name) })}
          >
            {t(`findings.ready.${name}`)}
          </Chip>
        ))}
      </ChipRow>
      <div className={styles["fields"]}>
        <TextFilter search={search} onShow={onShow} />
        {many("funds", t("findings.fundLine"))}
        {many("categories", t("findings.category"))}
        {many("kinds", t("findings.kind"))}
        {many("statuses", t("findings.status"))}
        <Button onClick={() => setWide(!isWide)} aria-expanded={isWide}>
          {isWide ? t("findings.filters.fewer") : t("findings.filters.more")}
        </Button>
        {search.extent === undefined ? null : (
          <Chip isOn count={null} onToggle={() => onShow({ ...search, extent: undefined })}>
            {t(`findings.filters.extent.${search.extent}`)}
          </Chip>
        )}
        {count === 0 ? null : (
          <>
            <span className={styles["active"]}>{t("findings.filters.active", { n: count })}</span>
            <Button type="link" onClick={() => onShow(withoutFilter(search))}>
              {t("acts.clear")}
            </Button>
          </>
        )}
      </div>
      {isWide ||
      search.origins !== undefined ||
      search.due !== undefined ||
      search.from !== undefined ||
      search.to !== undefined ? (
        <div className={styles["fields"]}>
          {many("origins", t("findings.origin"))}
          <Select
            className={styles["choice"] ?? ""}
            aria-label={t("findings.due")}
            allowClear
            placeholder={t("findings.dues.all")}
            value={search.due ?? null}
            options={DUE_FILTERS.filter((value) => value !== "all").map((value) => ({
              value,
              label: t(`findings.dues.${value}`),
            }))}
            onChange={(value) => onShow({ ...search, due: value ?? undefined })}
          />
          <DayFilter
            label={t("findings.filters.from")}
            value={search.from}
            onChoose={(from) => onShow({ ...search, from })}
          />
          <DayFilter label={t("findings.filters.to")} value={search.to} onChoose={(to) => onShow({ ...search, to })} />
        </div>
      ) : null}
    </search>
  );
}

function TextFilter({ search, onShow }: FilterBarProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(search.text ?? "");
  const [shownText, setShownText] = useState(search.text);
  // The address was changed elsewhere: the field follows it.
  if (shownText !== search.text) {
    setShownText(search.text);
    setText(search.text ?? "");
  }
  useEffect(() => {
    if (text.trim() === (search.text ?? "")) return;
    const pause = setTimeout(
      () => onShow({ ...search, text: text.trim() === "" ? undefined : text.trim() }),
      TYPING_PAUSE_MS,
    );
    return () => clearTimeout(pause);
  }, [text, search, onShow]);
  return (
    <Input
      className={styles["text"] ?? ""}
      aria-label={t("findings.filters.text")}
      placeholder={t("findings.filters.text")}
      allowClear
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}

type ManyChoiceProps = {
  label: string;
  value: string[];
  options: { value: string; label: string }[];
  onChoose: (value: string[]) => void;
};

function ManyChoice({ label, value, options, onChoose }: ManyChoiceProps) {
  return (
    <Select
      className={styles["choice"] ?? ""}
      mode="multiple"
      aria-label={label}
      placeholder={label}
      maxTagCount="responsive"
      allowClear
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: "label" }}
      value={value}
      options={options}
      onChange={onChoose}
    />
  );
}

function DayFilter({
  label,
  value,
  onChoose,
}: {
  label: string;
  value: string | undefined;
  onChoose: (day: string | undefined) => void;
}) {
  const [typed, setTyped] = useState(value ?? "");
  const [shown, setShown] = useState(value);
  // The address was changed elsewhere: the field follows it.
  if (shown !== value) {
    setShown(value);
    setTyped(value ?? "");
  }
  const type = (text: string) => {
    setTyped(text);
    const day = dayOfTyped(text);
    if (day !== null || text.trim() === "") onChoose(day ?? undefined);
  };
  return (
    <div className={styles["day"]}>
      <span aria-hidden="true">{label}</span>
      <DayInput label={label} value={typed} onChange={type} />
    </div>
  );
}
