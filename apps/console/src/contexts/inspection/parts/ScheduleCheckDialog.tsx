import { SPOT_CHECK_LEVELS, type SpotCheckLevel, inspectionLimits, INSPECTORS_MIN } from "@anji/inspection";
import { placeName } from "@anji/jurisdictions";
import { isWithin } from "@anji/kernel";
import { useQuery } from "@tanstack/react-query";
import { App, Form, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Unit, useFrame } from "../../../frame/use-frame.ts";
import { ActDialog } from "../../../parts/ActDialog.tsx";
import { DayField } from "../../../parts/TextField.tsx";
import { useListText } from "../../../parts/use-list-text.ts";
import { trpc } from "../../../rpc/trpc.ts";
import { useCommand } from "../../../rpc/use-command.ts";
import type { Check } from "./check.ts";

const UNITS_AT_ONCE = 20;

type Values = { level: SpotCheckLevel; unitCodes: string[]; scheduledOn: string; inspectorIds: string[] };

type ScheduleProps = {
  /** The check below 合格 that this one follows; null: a check of its own. */
  follows: Pick<Check, "id" | "number" | "unitCode"> | null;
  onClose: () => void;
};

/** 安排抽查: units, day and inspectors, who are accounts of the unit that checks. */
export function ScheduleCheckDialog({ follows, onClose }: ScheduleProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { campaign, me, units } = useFrame();
  const [scheduled, setScheduled] = useState<readonly string[]>([]);
  const list = useListText();
  const inspectors = useQuery(trpc.inspection.inspectors.queryOptions({ campaignId: campaign.id }));
  const schedule = useCommand(trpc.inspection.spotChecks.schedule.mutationOptions());
  const levels = SPOT_CHECK_LEVELS.filter((level) =>
    me.person.level === "city" ? level === "city" : level !== "city",
  );
  const placeOf = (unit: Unit) => {
    const city = units.find((one) => one.code === unit.parentCode && one.level === "city");
    return placeName({ unitName: unit.name, cityName: city?.name ?? unit.name }, me.person);
  };
  const below = units.filter(
    (unit) => unit.level !== "agency" && unit.code !== me.person.unitCode && isWithin(unit.regionPath, me.person.path),
  );
  const nameOf = (code: string) => units.find((unit) => unit.code === code)?.name ?? code;
  /** One check for each unit. The first refused one stops; earlier ones are not scheduled again. */
  async function send(values: Values): Promise<void> {
    const { unitCodes, ...rest } = values;
    const done = [...scheduled];
    for (const unitCode of unitCodes.filter((code) => !scheduled.includes(code))) {
      const answer = await schedule.send({
        ...rest,
        unitCode,
        campaignId: campaign.id,
        followsId: follows?.id ?? null,
      });
      if (answer === null) return setScheduled(done);
      done.push(unitCode);
    }
    void message.success(t("checks.acts.scheduleDone", { n: done.length }));
    onClose();
  }
  return (
    <ActDialog<Values>
      title={t("checks.acts.schedule")}
      {...(scheduled.length === 0
        ? follows === null
          ? {}
          : { explain: t("checks.followsOf", { number: follows.number }) }
        : { explain: t("checks.scheduledSoFar", { units: list(scheduled.map(nameOf)) }) })}
      initial={{
        scheduledOn: me.clock.today,
        ...(follows === null ? {} : { unitCodes: [follows.unitCode] }),
        ...(levels[0] === undefined ? {} : { level: levels[0] }),
      }}
      submit={t("checks.acts.schedule")}
      isSending={schedule.isSending}
      refused={schedule.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <Form.Item name="level" label={t("checks.level")} rules={[{ required: true, message: t("fields.required") }]}>
        <Select options={levels.map((value) => ({ value, label: t(`checks.levels.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="unitCodes"
        label={t("checks.unit")}
        extra={t("checks.unitsHint")}
        rules={[{ required: true, message: t("fields.required") }]}
      >
        <Select
          mode="multiple"
          disabled={follows !== null}
          maxCount={UNITS_AT_ONCE}
          showSearch={{ optionFilterProp: "label" }}
          placeholder={t("acts.choose")}
          options={below.map((unit) => ({ value: unit.code, label: placeOf(unit) }))}
        />
      </Form.Item>
      <DayField name="scheduledOn" label={t("checks.scheduledOn")} isRequired />
      <Form.Item
        name="inspectorIds"
        label={t("checks.inspectors")}
        extra={t("checks.inspectorsHint")}
        rules={[
          { required: true, message: t("fields.required") },
          {
            validator: (_, ids: string[] | undefined) =>
              ids === undefined || ids.length === 0 || ids.length >= INSPECTORS_MIN
                ? Promise.resolve()
                : Promise.reject(new Error(t("checks.inspectorsFew"))),
          },
        ]}
      >
        <Select
          mode="multiple"
          maxCount={inspectionLimits.inspectors}
          showSearch={{ optionFilterProp: "label" }}
          placeholder={t("acts.choose")}
          loading={inspectors.isPending}
          options={(inspectors.data?.items ?? []).map(({ id, name, department }) => ({
            value: id,
            label: department === null ? name : `${name}（${department}）`,
          }))}
        />
      </Form.Item>
    </ActDialog>
  );
}
