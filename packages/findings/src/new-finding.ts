import type { Act } from "@anji/database";
import { earliestDay, type Fen, type Id, type Level, newId, type Occurrence, type RegionPath } from "@anji/kernel";
import { sql } from "drizzle-orm";
import type { Channel, Means, Origin, RectificationKind } from "./finding.ts";
import { type FindingBeginning, findingLifecycle } from "./finding.lifecycle.ts";
import { nextNumbers } from "./number-series.ts";

/** Everything known of a finding on the day it enters the ledger. */
export type NewFinding = {
  readonly unitCode: string;
  readonly regionPath: RegionPath;
  readonly fundLine: string;
  readonly kind: string;
  readonly category: string;
  readonly origin: Origin;
  readonly isLaterDiscovered: boolean;
  readonly project: string | null;
  readonly noticeNo: string | null;
  readonly auditedBody: string | null;
  readonly summary: string;
  readonly description: string;
  readonly basis: string | null;
  readonly occurrence: Occurrence;
  readonly discoveredOn: string;
  readonly responsibleUnit: string;
  readonly responsibleLevel: Level;
  readonly responsiblePerson: string | null;
  readonly department: string | null;
  readonly rectificationKind: RectificationKind | null;
  readonly measures: string | null;
  readonly advice: string | null;
  readonly means: readonly Means[];
  readonly dueOn: string | null;
  readonly source: string | null;
  readonly externalNo: string | null;
  readonly demonstrationNote: string | null;
  readonly remark: string | null;
  readonly contentHash: string | null;
  readonly lines: readonly NewLine[];
};

export type NewLine = {
  readonly fundLine: string;
  readonly kind: string;
  readonly foundFen: Fen;
  /** What was settled before the finding came into the ledger. */
  readonly settled: readonly {
    readonly channel: Channel;
    readonly amountFen: Fen;
    readonly settledOn: string;
    readonly note: string;
  }[];
};

export type Entered = { readonly id: Id<"finding">; readonly number: string; readonly unitCode: string };

/**
 * Step: writes findings with their lines, settlements and first event. All of it is one statement, for the database
 * compares heads, lines and settlements at its end; and one statement is what makes an import quick.
 */
export async function insertFindings(
  act: Pick<Act, "tx" | "actor" | "now">,
  options: {
    campaignId: Id<"campaign">;
    importId: Id<"ledgerImport"> | null;
    beginning: FindingBeginning;
    findings: readonly NewFinding[];
  },
): Promise<Entered[]> {
  const { campaignId, importId, findings } = options;
  if (findings.length === 0) return [];
  const numbers = await nextNumbers(act, { campaignId, paths: findings.map((one) => one.regionPath) });
  const entered = findings.map((one, index) => ({
    id: newId<"finding">(act.now),
    number: numbers[index] ?? "",
    unitCode: one.unitCode,
  }));
  const heads = JSON.stringify(findings.map((one, index) => headOf(one, entered[index], importId)));
  const lines = JSON.stringify(findings.flatMap((one, index) => linesOf(one, entered[index]?.id)));
  const settlements = JSON.stringify(findings.flatMap((one, index) => settlementsOf(act, one, entered[index]?.id)));
  const at = act.now.toISOString();
  await act.tx.execute(sql`
    with head as (
      select * from json_to_recordset(${heads}::text::json) as row (
        id uuid, region_path text, unit_code text, number text, fund_line text, kind text, category text, origin text,
        is_later_discovered boolean, project text, notice_no text, audited_body text, summary text, description text, basis text,
        occurred_text text, occurred_precision text, occurred_from date, discovered_on date, responsible_unit text,
        responsible_level text, responsible_person text, department text, means text[], rectification_kind text, measures text,
        advice text, due_on date, source text, external_no text, demonstration_note text, remark text, content_hash text,
        imported_version integer, found_fen bigint, recovered_fen bigint, repaid_fen bigint, rebooked_fen bigint, written_off_fen bigint)
    ), entered_line as (
      insert into findings.finding_line (finding_id, line_no, campaign_id, region_path, fund_line, kind,
        found_fen, recovered_fen, repaid_fen, rebooked_fen, written_off_fen)
      select finding_id, line_no, ${campaignId}::uuid, region_path, fund_line, kind, found_fen, recovered_fen, repaid_fen, rebooked_fen, written_off_fen
      from json_to_recordset(${lines}::text::json) as row (
        finding_id uuid, line_no integer, region_path text, fund_line text, kind text,
        found_fen bigint, recovered_fen bigint, repaid_fen bigint, rebooked_fen bigint, written_off_fen bigint)
    ), entered_settlement as (
      insert into findings.settlement (finding_id, id, line_no, region_path, channel, amount_fen, settled_on, voucher_no, note,
        import_id, recorded_by, recorded_by_name, recorded_at)
      select finding_id, id, line_no, region_path, channel, amount_fen, settled_on, '', note,
        ${importId}::uuid, ${act.actor.personId}::uuid, ${act.actor.name}::text, ${at}::timestamptz
      from json_to_recordset(${settlements}::text::json) as row (
        finding_id uuid, id uuid, line_no integer, region_path text, channel text, amount_fen bigint, settled_on date, note text)
    ), entered_event as (
      insert into findings.finding_event (finding_id, seq, event, to_status, machine_version, by_person, by_name, unit_name, at, remark, region_path)
      select id, 1, ${options.beginning}::text, ${findingLifecycle.first}::text, ${findingLifecycle.version}::integer,
        ${act.actor.personId}::uuid, ${act.actor.name}::text, ${act.actor.unitName}::text, ${at}::timestamptz, '', region_path
      from head
    )
    insert into findings.finding (id, campaign_id, region_path, unit_code, number, status, machine_version, fund_line, kind, category, origin,
      is_later_discovered, project, notice_no, audited_body, summary, description, basis, occurred_text, occurred_precision, occurred_from,
      discovered_on, responsible_unit, responsible_level, responsible_person, department, means, rectification_kind, measures, advice, due_on,
      source, external_no, demonstration_note, remark, content_hash, imported_version, import_id,
      found_fen, recovered_fen, repaid_fen, rebooked_fen, written_off_fen, registered_by, created_at, changed_at)
    select id, ${campaignId}::uuid, region_path, unit_code, number, ${findingLifecycle.first}::text, ${findingLifecycle.version}::integer, fund_line, kind, category, origin,
      is_later_discovered, project, notice_no, audited_body, summary, description, basis, occurred_text, occurred_precision, occurred_from,
      discovered_on, responsible_unit, responsible_level, responsible_person, department, means, rectification_kind, measures, advice, due_on,
      source, external_no, demonstration_note, remark, content_hash, imported_version, ${importId}::uuid,
      found_fen, recovered_fen, repaid_fen, rebooked_fen, written_off_fen, ${act.actor.personId}::uuid, ${at}::timestamptz, ${at}::timestamptz
    from head`);
  return entered;
}

function headOf(one: NewFinding, entered: Entered | undefined, importId: Id<"ledgerImport"> | null) {
  return {
    id: entered?.id,
    number: entered?.number,
    region_path: one.regionPath,
    unit_code: one.unitCode,
    fund_line: one.fundLine,
    kind: one.kind,
    category: one.category,
    origin: one.origin,
    is_later_discovered: one.isLaterDiscovered,
    project: one.project,
    notice_no: one.noticeNo,
    audited_body: one.auditedBody,
    summary: one.summary,
    description: one.description,
    basis: one.basis,
    occurred_text: one.occurrence.text,
    occurred_precision: one.occurrence.precision,
    occurred_from: earliestDay(one.occurrence),
    discovered_on: one.discoveredOn,
    responsible_unit: one.responsibleUnit,
    responsible_level: one.responsibleLevel,
    responsible_person: one.responsiblePerson,
    department: one.department,
    means: one.means,
    rectification_kind: one.rectificationKind,
    measures: one.measures,
    advice: one.advice,
    due_on: one.dueOn,
    source: one.source,
    external_no: one.externalNo,
    demonstration_note: one.demonstrationNote,
    remark: one.remark,
    content_hash: one.contentHash,
    imported_version: importId === null ? null : 1,
    ...sums(one.lines.map(amountsOf)),
  };
}

function linesOf(one: NewFinding, findingId: Id<"finding"> | undefined) {
  return one.lines.map((line, index) => ({
    finding_id: findingId,
    line_no: index + 1,
    region_path: one.regionPath,
    fund_line: line.fundLine,
    kind: line.kind,
    ...sums([amountsOf(line)]),
  }));
}

function settlementsOf(act: Pick<Act, "now">, one: NewFinding, findingId: Id<"finding"> | undefined) {
  return one.lines.flatMap((line, index) =>
    line.settled.map((movement) => ({
      finding_id: findingId,
      id: newId<"settlement">(act.now),
      line_no: index + 1,
      region_path: one.regionPath,
      channel: movement.channel,
      amount_fen: movement.amountFen.toString(),
      settled_on: movement.settledOn,
      note: movement.note,
    })),
  );
}

type LineAmounts = { found: bigint } & Record<Channel, bigint>;

function amountsOf(line: NewLine): LineAmounts {
  const amounts: LineAmounts = { found: line.foundFen, recovered: 0n, repaid: 0n, rebooked: 0n, writtenOff: 0n };
  for (const { channel, amountFen } of line.settled) amounts[channel] += amountFen;
  return amounts;
}

function sums(parts: readonly LineAmounts[]) {
  const of = (key: keyof LineAmounts) => parts.reduce((sum, part) => sum + part[key], 0n).toString();
  return {
    found_fen: of("found"),
    recovered_fen: of("recovered"),
    repaid_fen: of("repaid"),
    rebooked_fen: of("rebooked"),
    written_off_fen: of("writtenOff"),
  };
}
