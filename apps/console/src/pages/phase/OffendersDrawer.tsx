import { campaignPermissions } from "@anji/campaign";
import { Link } from "@tanstack/react-router";
import { Button, Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../frame/use-frame.ts";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { MoreRows } from "../../parts/MoreRows.tsx";
import { RowSkeleton } from "../../parts/RowSkeleton.tsx";
import { failureText } from "../../rpc/failure-text.ts";
import { client, type Outputs, trpc } from "../../rpc/trpc.ts";
import { usePages } from "../../rpc/use-pages.ts";
import type { Gate } from "./phase-gates.ts";
import styles from "./PhasePage.module.css";

const PAGE = 50;
const WIDTH = 520;
type Offender = Outputs["campaign"]["offenders"]["items"][number];

type OffendersDrawerProps = { gate: Gate | undefined; unitCode: string | null; onAskWaiver: () => void; onClose: () => void };

/** Who or what does not meet a condition, by name, each with the way to what is missing. */
export function OffendersDrawer({ gate, unitCode, onAskWaiver, onClose }: OffendersDrawerProps) {
  const { t } = useTranslation();
  const { campaign, unitCode: scopeCode, units, may } = useFrame();
  const input = { campaignId: campaign.id, rule: gate?.rule ?? "", unitCode: unitCode ?? scopeCode, limit: PAGE };
  const pages = usePages({
    queryKey: [...trpc.campaign.offenders.queryKey(), input],
    page: (cursor, signal) => client.campaign.offenders.query({ ...input, cursor }, { signal }),
    isEnabled: gate !== undefined,
  });
  if (gate === undefined) return null;
  const offenders = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const unit = units.find((one) => one.code === unitCode);
  return (
    <Drawer open size={WIDTH} title={t("gates.offendersOf", { number: gate.number, title: gate.title })} onClose={onClose} extra={unit?.name}>
      <p className={styles["clause"]}>{t("gates.quoted", { clause: gate.clause })}</p>
      {pages.isPending ? <RowSkeleton rows={4} lines={1} /> : null}
      {pages.isError ? <ErrorState what={t("gates.offenders")} message={failureText(pages.error)} onRetry={() => void pages.refetch()} /> : null}
      {pages.isSuccess && offenders.length === 0 ? <EmptyState what={t("gates.noOffenders")} /> : null}
      <ul>
        {offenders.map((offender) => (
          <OffenderRow key={`${offender.unitCode} ${offender.subject?.id ?? ""} ${offender.reason}`} offender={offender} />
        ))}
      </ul>
      {pages.hasNextPage ? <MoreRows shown={offenders.length} isLoading={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} /> : null}
      {gate.state === "fail" && may(campaignPermissions.requestWaiver) ? (
        <div className={styles["foot"]}>
          <Button onClick={onAskWaiver}>{t("gates.askWaiver")}</Button>
        </div>
      ) : null}
    </Drawer>
  );
}

function OffenderRow({ offender }: { offender: Offender }) {
  const { subject } = offender;
  return (
    <li className={styles["offender"]}>
      <strong>{offender.unitName}</strong>
      {subject === null ? null : subject.kind === "finding" ? (
        <Link to="/findings/$findingId" params={{ findingId: subject.id }}>
          {subject.number}
        </Link>
      ) : (
        <span>{subject.number}</span>
      )}
      <span>{offender.message}</span>
    </li>
  );
}
