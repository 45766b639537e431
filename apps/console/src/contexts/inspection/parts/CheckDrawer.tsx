import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { dayText, instantText } from "../../../formats/days.ts";
import { useFrame } from "../../../frame/use-frame.ts";
import { ErrorState } from "../../../parts/ErrorState.tsx";
import { RowSkeleton } from "../../../parts/RowSkeleton.tsx";
import { StatusWord } from "../../../parts/StatusWord.tsx";
import { Trail } from "../../../parts/Trail.tsx";
import { useListText } from "../../../parts/use-list-text.ts";
import { failureText } from "../../../rpc/failure-text.ts";
import { trpc } from "../../../rpc/trpc.ts";
import type { Check } from "./check.ts";
import { CheckActs } from "./CheckActs.tsx";
import styles from "../pages/ChecksPage.module.css";
import { CHECK_LOOKS } from "./use-check-columns.tsx";

const WIDTH = 620;
const SHOWN_EVENTS = ["schedule", "begin", "complete", "countersign", "return", "cancel"] as const;

export function CheckDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const check = useQuery(trpc.inspection.spotChecks.get.queryOptions({ id }));
  return (
    <Drawer
      open
      size={WIDTH}
      title={check.data === undefined ? t("checks.list") : t("checks.detail", { number: check.data.number })}
      onClose={onClose}
    >
      {check.isPending ? <RowSkeleton rows={4} lines={2} /> : null}
      {check.isError ? (
        <ErrorState what={t("checks.list")} message={failureText(check.error)} onRetry={() => void check.refetch()} />
      ) : null}
      {check.data === undefined ? null : <CheckDetail check={check.data} />}
    </Drawer>
  );
}

function CheckDetail({ check }: { check: Check }) {
  const { t, i18n } = useTranslation();
  const { campaign } = useFrame();
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
          <span>{t("checks.scheduledOn")}</span>
          {dayText(check.scheduledOn, i18n.language)}
        </span>
        <span>
          <span>{t("checks.inspectors")}</span>
          {list(check.inspectors)}
        </span>
        {check.visitedOn === null ? null : (
          <span>
            <span>{t("checks.visitedOn")}</span>
            {list(check.visitedOn.map((day) => dayText(day, i18n.language)))}
          </span>
        )}
        {check.followsNumber === null ? null : <span>{t("checks.followsOf", { number: check.followsNumber })}</span>}
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
      <p className={styles["ledger"]}>
        <Link to="/findings" search={{ unit: check.unitCode }}>
          {t("checks.ledgerOf")}
        </Link>
      </p>
      <CheckActs check={check} />
      {check.scores.length === 0 ? null : (
        <>
          <h3>{check.score === null ? t("checks.returnedScores") : t("checks.scores")}</h3>
          <dl className={styles["scores"]}>
            {check.scores.map((score) => (
              <div key={score.question}>
                <dt>{t(`checks.questions.${score.question}`)}</dt>
                <dd>
                  {t("checks.scoreLine", {
                    score: score.score,
                    max: campaign.plan.spotChecks.fullMarks[score.question],
                  })}
                </dd>
                {score.remark === "" ? null : <dd>{score.remark}</dd>}
              </div>
            ))}
          </dl>
        </>
      )}
      {check.remark === null || check.remark === "" ? null : (
        <>
          <h3>{t("checks.remark")}</h3>
          <p className={styles["remark"]}>{check.remark}</p>
        </>
      )}
      <h3>{t("checks.history")}</h3>
      <Trail
        steps={check.events.map((event) => ({
          key: String(event.seq),
          what: t(`checks.events.${SHOWN_EVENTS.find((one) => one === event.event) ?? "other"}`),
          who: t("findingDetail.trail.line", {
            by: event.by,
            unit: event.unitName,
            at: instantText(event.at, i18n.language),
          }),
          documentNo: null,
          remark: event.remark === "" ? null : event.remark,
          details: [],
        }))}
      />
    </>
  );
}
