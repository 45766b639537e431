import { SCORE_MAX, type SpotCheckEvent } from "@anji/inspection";
import { useQuery } from "@tanstack/react-query";
import { App, Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dayText, instantText } from "../../formats/days.ts";
import { ActButton } from "../../parts/ActButton.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { RefusalNotice } from "../../parts/RefusalNotice.tsx";
import { RowSkeleton } from "../../parts/RowSkeleton.tsx";
import { StatusWord } from "../../parts/StatusWord.tsx";
import { Trail } from "../../parts/Trail.tsx";
import { useListText } from "../../parts/use-list-text.ts";
import { failureText } from "../../rpc/failure-text.ts";
import { trpc } from "../../rpc/trpc.ts";
import { useCommand } from "../../rpc/use-command.ts";
import type { Check } from "./check.ts";
import styles from "./ChecksPage.module.css";
import { CompleteCheckDialog } from "./CompleteCheckDialog.tsx";
import { CHECK_LOOKS } from "./use-check-columns.tsx";

const WIDTH = 620;
const SHOWN_EVENTS = ["plan", "begin", "complete", "countersign"] as const;

export function CheckDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const check = useQuery(trpc.inspection.checks.get.queryOptions({ id }));
  return (
    <Drawer open size={WIDTH} title={check.data === undefined ? t("checks.list") : t("checks.detail", { number: check.data.number })} onClose={onClose}>
      {check.isPending ? <RowSkeleton rows={4} lines={2} /> : null}
      {check.isError ? <ErrorState what={t("checks.list")} message={failureText(check.error)} onRetry={() => void check.refetch()} /> : null}
      {check.data === undefined ? null : <CheckDetail check={check.data} />}
    </Drawer>
  );
}

function CheckDetail({ check }: { check: Check }) {
  const { t, i18n } = useTranslation();
  const list = useListText();
  return (
    <>
      <p className={styles["facts"]}>
        <strong>{check.unitName}</strong>
        <StatusWord {...CHECK_LOOKS[check.status]}>{t(`checks.statuses.${check.status}`)}</StatusWord>
        <span>
          <span>{t("checks.level")}</span>
          {t(`checks.levels.${check.level}`)}
        </span>
        <span>
          <span>{t("checks.plannedOn")}</span>
          {dayText(check.plannedOn, i18n.language)}
        </span>
        <span>
          <span>{t("checks.inspectors")}</span>
          {list(check.inspectors)}
        </span>
        {check.conclusion === null ? null : (
          <span>
            <span>{t("checks.conclusion")}</span>
            {t(`checks.conclusions.${check.conclusion}`)}
          </span>
        )}
        {check.score === null ? null : (
          <span>
            <span>{t("checks.score")}</span>
            {t("checks.scoreOf", { n: check.score })}
          </span>
        )}
      </p>
      <CheckActs check={check} />
      {check.scores.length === 0 ? null : (
        <>
          <h3>{t("checks.scores")}</h3>
          <dl className={styles["scores"]}>
            {check.scores.map((score) => (
              <div key={score.question}>
                <dt>{t(`checks.questions.${score.question}`)}</dt>
                <dd>{t("checks.scoreLine", { score: score.score, max: SCORE_MAX })}</dd>
                {score.remark === "" ? null : <dd>{score.remark}</dd>}
              </div>
            ))}
          </dl>
        </>
      )}
      {check.remark === null ? null : <p>{check.remark}</p>}
      <h3>{t("checks.history")}</h3>
      <Trail
        steps={check.events.map((event) => ({
          key: String(event.seq),
          what: t(`checks.events.${SHOWN_EVENTS.find((one) => one === event.event) ?? "other"}`),
          who: t("findingDetail.trail.line", { by: event.by, unit: event.unitName, at: instantText(event.at, i18n.language) }),
          documentNo: null,
          remark: event.remark === "" ? null : event.remark,
          details: [],
        }))}
      />
    </>
  );
}

const NOT_FOR_THIS_PERSON = ["kernel.roleMayNot", "kernel.levelMayNot", "inspection.otherLevel"];

function CheckActs({ check }: { check: Check }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [isCompleting, setCompleting] = useState(false);
  const begin = useCommand(trpc.inspection.checks.begin.mutationOptions());
  const countersign = useCommand(trpc.inspection.checks.countersign.mutationOptions());
  const next = check.acts.find((one) => one.isPrimary);
  if (next === undefined || NOT_FOR_THIS_PERSON.includes(next.whyNot?.rule ?? "")) return null;
  const refused = begin.refused ?? countersign.refused;
  async function act(verb: SpotCheckEvent): Promise<void> {
    if (verb === "complete") return setCompleting(true);
    const command = verb === "begin" ? begin : countersign;
    const done = await command.send({ id: check.id, version: check.version });
    if (done !== null) void message.success(t(`checks.acts.${verb}Done`));
  }
  return (
    <div className={styles["acts"]}>
      {refused === null ? null : <RefusalNotice message={refused.message} others={[]} />}
      {next.verb === "countersign" ? <p>{t("checks.countersignExplain")}</p> : null}
      <ActButton
        label={t(`checks.acts.${next.verb}`)}
        whyNot={next.whyNot?.message ?? null}
        isPrimary
        isBusy={begin.isSending || countersign.isSending}
        onAct={() => void act(next.verb)}
      />
      {isCompleting ? <CompleteCheckDialog check={check} onClose={() => setCompleting(false)} /> : null}
    </div>
  );
}
