import { campaignPermissions, isShort } from "@anji/campaign";
import { Button, Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { dayText } from "../../../../formats/days.ts";
import { useFrame } from "../../../../frame/use-frame.ts";
import { EmptyState } from "../../../../parts/EmptyState.tsx";
import { ErrorState } from "../../../../parts/ErrorState.tsx";
import { GATE_LOOKS } from "../../../../parts/gates.ts";
import { MoreRows } from "../../../../parts/MoreRows.tsx";
import { RowSkeleton } from "../../../../parts/RowSkeleton.tsx";
import { StatusWord } from "../../../../parts/StatusWord.tsx";
import { failureText } from "../../../../rpc/failure-text.ts";
import { client, trpc } from "../../../../rpc/trpc.ts";
import { usePages } from "../../../../rpc/use-pages.ts";
import { WAIVER_LOOKS } from "../waivers/waiver-looks.ts";
import { coveringWaivers } from "../waivers/covering-waivers.ts";
import { GatePlaceLink, type Offender, SubjectLink } from "./OffenderLinks.tsx";
import type { Gate, PhaseGates } from "./phase-gates.ts";
import styles from "../../pages/PhasePage.module.css";

const PAGE = 50;
const WIDTH = 520;

type OffendersDrawerProps = {
  gates: PhaseGates;
  rule: string;
  unitCode: string | null;
  onAskWaiver: (rule: string) => void;
  onClose: () => void;
};

/** An area's standing for a condition, and the names of what does not meet it, each with a link to what is missing. */
export function OffendersDrawer({ gates, rule, unitCode, onAskWaiver, onClose }: OffendersDrawerProps) {
  const { t } = useTranslation();
  const { campaign, unitCode: scopeCode, may } = useFrame();
  const gate = gates.gates.find((one) => one.rule === rule);
  const input = { campaignId: campaign.id, rule, unitCode: unitCode ?? scopeCode, limit: PAGE };
  const pages = usePages({
    queryKey: [...trpc.campaign.offenders.queryKey(), input],
    page: (cursor, signal) => client.campaign.offenders.query({ ...input, cursor }, { signal }),
    isEnabled: gate !== undefined,
  });
  if (gate === undefined) return null;
  const stands = cellOf(gates, rule, unitCode ?? "") ?? gate;
  const offenders = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Drawer
      open
      size={WIDTH}
      title={t("phasePage.gates.offendersOf", { number: gate.number, title: gate.title })}
      onClose={onClose}
    >
      <p className={styles["clause"]}>{t("gates.quoted", { clause: gate.clause })}</p>
      <Standing gates={gates} gate={gate} unitCode={unitCode} />
      {pages.isPending ? <RowSkeleton rows={4} lines={1} /> : null}
      {pages.isError ? (
        <ErrorState
          what={t("phasePage.gates.offenders")}
          message={failureText(pages.error)}
          onRetry={() => void pages.refetch()}
        />
      ) : null}
      {pages.isSuccess && offenders.length === 0 && stands.state !== "waived" ? (
        <EmptyState what={t("phasePage.gates.noOffenders")} />
      ) : null}
      {offenders.length === 0 ? null : (
        <p className={styles["place"]}>
          <GatePlaceLink rule={rule} reason={null} unitCode={unitCode ?? scopeCode ?? undefined} text={null} />
        </p>
      )}
      <ul>
        {offenders.map((offender) => (
          <OffenderRow
            key={`${offender.unitCode} ${offender.subject?.id ?? ""} ${offender.reason}`}
            offender={offender}
            rule={rule}
            cell={cellOf(gates, rule, offender.unitCode)}
          />
        ))}
      </ul>
      {pages.hasNextPage ? (
        <MoreRows
          shown={offenders.length}
          isLoading={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      ) : null}
      {isShort(stands) && gates.next !== null && may(campaignPermissions.requestWaiver) ? (
        <div className={styles["foot"]}>
          <Button onClick={() => onAskWaiver(rule)}>{t("phasePage.gates.askWaiver")}</Button>
        </div>
      ) : null}
    </Drawer>
  );
}

/** The facts: passed of total, how the need is computed, and the waivers that cover the area. */
function Standing({ gates, gate, unitCode }: { gates: PhaseGates; gate: Gate; unitCode: string | null }) {
  const { t, i18n } = useTranslation();
  const { scopeUnit, units } = useFrame();
  const cell = cellOf(gates, gate.rule, unitCode ?? "") ?? gate;
  const unit = units.find((one) => one.code === (unitCode ?? scopeUnit.code)) ?? scopeUnit;
  const setting = (key: string) => gate.settings.find((one) => one.key === key)?.value;
  const percent = setting("percent");
  const denominator = setting("denominator") ?? setting("of");
  return (
    <div className={styles["standing"]}>
      <StatusWord {...GATE_LOOKS[cell.state]}>{t(`gates.states.${cell.state}`)}</StatusWord>
      {cell.state === "none" ? (
        <span>{unit.name}</span>
      ) : (
        <span>{t("phasePage.gates.standing", { unit: unit.name, passed: cell.passed, total: cell.total })}</span>
      )}
      {percent === undefined ? null : (
        <span>{t("phasePage.gates.floorFact", { percent, denominator: t(denominatorKey(denominator)) })}</span>
      )}
      {coveringWaivers(gates.waivers, { rule: gate.rule, unit, units }).map((waiver) => (
        <span key={waiver.id}>
          {t(`phasePage.gates.waivedHere.${waiver.kind}`, {
            unit: waiver.unitName,
            documentNo: waiver.documentNo ?? "",
            day: dayText(waiver.expiresOn, i18n.language),
          })}{" "}
          <StatusWord {...WAIVER_LOOKS[waiver.state]}>{t(`phasePage.waivers.states.${waiver.state}`)}</StatusWord>
        </span>
      ))}
    </div>
  );
}

const DENOMINATORS = {
  allCountyLevel: "checks.cityUnits.allCountyLevel",
  withoutDistricts: "checks.cityUnits.withoutDistricts",
  cities: "checks.provinceUnits.cities",
  counties: "checks.provinceUnits.counties",
  both: "checks.provinceUnits.both",
} as const;

function denominatorKey(value: string | undefined): (typeof DENOMINATORS)[keyof typeof DENOMINATORS] {
  return value === "withoutDistricts" || value === "cities" || value === "counties" || value === "both"
    ? DENOMINATORS[value]
    : DENOMINATORS.allCountyLevel;
}

type Cell = PhaseGates["matrix"]["units"][number]["cells"][number];

function cellOf(gates: PhaseGates, rule: string, unitCode: string): Cell | undefined {
  return gates.matrix.units.find((row) => row.unitCode === unitCode)?.cells.find((cell) => cell.rule === rule);
}

function OffenderRow({ offender, rule, cell }: { offender: Offender; rule: string; cell: Cell | undefined }) {
  const { t } = useTranslation();
  const { subject } = offender;
  return (
    <li className={styles["offender"]}>
      <strong>{offender.unitName}</strong>
      {subject === null ? null : <SubjectLink subject={subject} />}
      <span>{offender.message}</span>
      {subject !== null || cell === undefined || cell.total < 2 ? null : (
        <span>{t("gates.passedOf", { passed: cell.passed, total: cell.total })}</span>
      )}
      {subject === null ? (
        <GatePlaceLink
          rule={rule}
          reason={offender.reason}
          unitCode={offender.unitCode}
          text={t("phasePage.gates.goThere")}
        />
      ) : null}
    </li>
  );
}
