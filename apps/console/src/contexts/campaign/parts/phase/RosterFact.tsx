import { useQuery } from "@tanstack/react-query";
import { Button, Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dayText } from "../../../../formats/days.ts";
import { useFrame } from "../../../../frame/use-frame.ts";
import { ErrorState } from "../../../../parts/ErrorState.tsx";
import { RowSkeleton } from "../../../../parts/RowSkeleton.tsx";
import { type Column, RowTable } from "../../../../parts/RowTable.tsx";
import { failureText } from "../../../../rpc/failure-text.ts";
import { type Outputs, trpc } from "../../../../rpc/trpc.ts";
import type { PhaseGates } from "./phase-gates.ts";
import styles from "../../pages/PhasePage.module.css";

const WIDTH = 520;
const HASH_SHOWN = 16;

type Unit = NonNullable<Outputs["campaign"]["roster"]>["items"][number];

/** 计算名单: how many units the phase counts, frozen on which day, under which hash. Each opens the list. */
export function RosterFact({ gates }: { gates: PhaseGates }) {
  const { t, i18n } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (gates.roster === null) return <p className={styles["roster"]}>{t("phasePage.roster.none")}</p>;
  const { unitCount, hash, takenOn } = gates.roster;
  const facts = [
    t("phasePage.roster.count", { n: unitCount }),
    t("phasePage.roster.day", { day: dayText(takenOn, i18n.language) }),
    t("phasePage.roster.hash", { hash: hash.slice(0, HASH_SHOWN) }),
  ];
  return (
    <p className={styles["roster"]}>
      {t("phasePage.roster.title")}
      {facts.map((fact) => (
        <Button key={fact} type="link" size="small" onClick={() => setOpen(true)}>
          {fact}
        </Button>
      ))}
      {isOpen ? <RosterDrawer phase={gates.phase} hash={hash} onClose={() => setOpen(false)} /> : null}
    </p>
  );
}

function RosterDrawer({ phase, hash, onClose }: { phase: PhaseGates["phase"]; hash: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { campaign } = useFrame();
  const roster = useQuery(trpc.campaign.roster.queryOptions({ campaignId: campaign.id, phase }));
  const columns: Column<Unit>[] = [
    { key: "name", title: t("fields.unit"), cell: (unit) => unit.unitName },
    { key: "code", title: t("system.units.code"), cell: (unit) => unit.unitCode },
    { key: "kind", title: t("system.units.kind"), cell: (unit) => unit.kind },
  ];
  return (
    <Drawer open size={WIDTH} title={t("phasePage.roster.title")} onClose={onClose}>
      <p className={styles["clause"]}>{t("phasePage.roster.wholeHash", { hash })}</p>
      {roster.isPending ? <RowSkeleton rows={6} lines={1} /> : null}
      {roster.isError ? (
        <ErrorState
          what={t("phasePage.roster.title")}
          message={failureText(roster.error)}
          onRetry={() => void roster.refetch()}
        />
      ) : null}
      {roster.data === undefined || roster.data === null ? null : (
        <RowTable
          caption={t("phasePage.roster.title")}
          columns={columns}
          rows={roster.data.items}
          rowKey={(unit) => unit.unitCode}
        />
      )}
    </Drawer>
  );
}
