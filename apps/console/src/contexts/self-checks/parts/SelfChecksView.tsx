import { placeName } from "@anji/jurisdictions";
import { SELF_CHECK_OUTCOMES, type SelfCheckOutcome, selfChecksLimits, selfChecksPermissions } from "@anji/self-checks";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { App, Button, Form, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { instantText } from "../../../formats/days.ts";
import { useFrame } from "../../../frame/use-frame.ts";
import { ActDialog } from "../../../parts/ActDialog.tsx";
import { Chip, ChipRow } from "../../../parts/Chip.tsx";
import { EmptyState } from "../../../parts/EmptyState.tsx";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { Panel } from "../../../parts/Panel.tsx";
import { RowSkeleton } from "../../../parts/RowSkeleton.tsx";
import { type Column, RowTable } from "../../../parts/RowTable.tsx";
import { StatusWord } from "../../../parts/StatusWord.tsx";
import { LongTextField } from "../../../parts/TextField.tsx";
import { failureText } from "../../../rpc/failure-text.ts";
import { trpc, type Outputs } from "../../../rpc/trpc.ts";
import { useCommand } from "../../../rpc/use-command.ts";
import styles from "./SelfChecksView.module.css";

const page = getRouteApi("/frame/phase");
type SelfCheck = Outputs["selfChecks"]["list"]["items"][number];

/** 自查结论: every county's signed result; nothing found is a signed statement too. */
export function SelfChecksView() {
  const { t, i18n } = useTranslation();
  const { campaign, me, units, unitCode, may } = useFrame();
  const search = page.useSearch();
  const navigate = useNavigate();
  const isUnsignedOnly = search.unsigned === true;
  const onUnsignedOnly = (isOn: boolean) =>
    void navigate({ to: "/phase", search: { ...search, unsigned: isOn || undefined } });
  const [isSigning, setSigning] = useState(false);
  const checks = useQuery(trpc.selfChecks.list.queryOptions({ campaignId: campaign.id, unitCode }));
  if (checks.isPending) return <RowSkeleton rows={8} lines={1} />;
  if (checks.isError)
    return (
      <ErrorState
        what={t("selfChecks.title")}
        message={failureText(checks.error)}
        onRetry={() => void checks.refetch()}
      />
    );
  const { items } = checks.data;
  const unsigned = items.filter((item) => item.outcome === null);
  const shown = isUnsignedOnly ? unsigned : items;
  const nameOf = (row: SelfCheck) => {
    const parentCode = units.find((unit) => unit.code === row.unitCode)?.parentCode;
    return placeName(
      { unitName: row.unitName, cityName: units.find((unit) => unit.code === parentCode)?.name ?? row.unitName },
      me.person,
    );
  };
  const columns: Column<SelfCheck>[] = [
    { key: "unit", title: t("fields.unit"), cell: (row) => <strong>{nameOf(row)}</strong> },
    { key: "outcome", title: t("selfChecks.outcome"), cell: (row) => <OutcomeWord outcome={row.outcome} /> },
    {
      key: "statement",
      title: t("selfChecks.statement"),
      isSecondary: true,
      isWrapped: true,
      cell: (row) => row.statement,
    },
    { key: "signedBy", title: t("selfChecks.signedBy"), isSecondary: true, cell: (row) => row.signedBy },
    {
      key: "signedAt",
      title: t("selfChecks.signedAt"),
      isSecondary: true,
      cell: (row) => (row.signedAt === null ? null : instantText(row.signedAt, i18n.language)),
    },
  ];
  // An agency 经办机构 signs for the region it works in.
  const ownCode = units.find((unit) => unit.level !== "agency" && unit.regionPath === me.person.path)?.code;
  const own = items.find((item) => item.unitCode === ownCode);
  const maySign = may(selfChecksPermissions.signSelfCheck) && own !== undefined && own.outcome === null;
  return (
    <Panel
      title={t("selfChecks.title")}
      note={t("selfChecks.signed", {
        signed: items.filter((item) => item.outcome !== null).length,
        of: items.length,
      })}
      aside={
        maySign ? (
          <Button type="primary" onClick={() => setSigning(true)}>
            {t("selfChecks.sign")}
          </Button>
        ) : undefined
      }
    >
      {items.length === 0 ? <EmptyState what={t("selfChecks.empty")} /> : null}
      <div className={styles["filter"]}>
        <ChipRow label={t("selfChecks.outcome")}>
          <Chip isOn={!isUnsignedOnly} count={items.length} onToggle={() => onUnsignedOnly(false)}>
            {t("selfChecks.all")}
          </Chip>
          <Chip isOn={isUnsignedOnly} count={unsigned.length} onToggle={() => onUnsignedOnly(true)}>
            {t("selfChecks.missing")}
          </Chip>
        </ChipRow>
      </div>
      {items.length > 0 && shown.length === 0 ? <EmptyState what={t("selfChecks.noneMissing")} /> : null}
      <RowTable caption={t("selfChecks.title")} columns={columns} rows={shown} rowKey={(row) => row.unitCode} />
      {isSigning && own !== undefined ? (
        <SignDialog unitCode={own.unitCode} version={own.version} onClose={() => setSigning(false)} />
      ) : null}
    </Panel>
  );
}

function OutcomeWord({ outcome }: { outcome: SelfCheckOutcome | null }) {
  const { t } = useTranslation();
  if (outcome === null)
    return (
      <StatusWord tone="overdue" shape="cross">
        {t("selfChecks.missing")}
      </StatusWord>
    );
  return (
    <StatusWord tone="good" shape="check">
      {t(`selfChecks.outcomes.${outcome}`)}
    </StatusWord>
  );
}

function SignDialog({ unitCode, version, onClose }: { unitCode: string; version: number | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { campaign } = useFrame();
  const sign = useCommand(trpc.selfChecks.sign.mutationOptions());
  async function send(values: { outcome: SelfCheckOutcome; statement: string }): Promise<void> {
    const done = await sign.send({ ...values, version, campaignId: campaign.id, unitCode });
    if (done === null) return;
    void message.success(t("selfChecks.saved"));
    onClose();
  }
  return (
    <ActDialog<{ outcome: SelfCheckOutcome; statement: string }>
      title={t("selfChecks.sign")}
      explain={t("selfChecks.explain")}
      initial={{}}
      submit={t("selfChecks.sign")}
      isSending={sign.isSending}
      refused={sign.refused}
      onSubmit={(values) => void send(values)}
      onClose={onClose}
    >
      <Form.Item
        name="outcome"
        label={t("selfChecks.outcome")}
        rules={[{ required: true, message: t("fields.required") }]}
      >
        <Radio.Group
          options={SELF_CHECK_OUTCOMES.map((value) => ({ value, label: t(`selfChecks.outcomes.${value}`) }))}
        />
      </Form.Item>
      <LongTextField
        name="statement"
        label={t("selfChecks.statement")}
        isRequired
        maxLength={selfChecksLimits.text}
        rows={4}
      />
    </ActDialog>
  );
}
