import type postgres from "postgres";

const CHUNK_ROWS = 20_000;
const PROVINCE_PATH = "13";

export type Generated = { rows: number; seconds: number };

/**
 * Fills the ledger with `rows` findings, always the same for the same seed. They cover every region and every valid
 * pair of kind and fund. Each has all fields of a sheet of earlier findings and one line, two in three have a dated
 * recovery. Runs as the server's role with the province's scope.
 */
export async function generateFindings(
  sql: postgres.Sql,
  options: { campaignId: string; rows: number; seed: number; onProgress: (done: number) => void },
): Promise<Generated> {
  const started = performance.now();
  for (let from = 0; from < options.rows; from += CHUNK_ROWS) {
    const to = Math.min(from + CHUNK_ROWS, options.rows);
    await sql.begin(async (tx) => {
      await tx`select set_config('app.path', ${PROVINCE_PATH}, true), set_config('app.uid', '', true), set_config('statement_timeout', '120s', true)`;
      await tx.unsafe(INSERT, [options.campaignId, options.seed, from, to]);
    });
    options.onProgress(to);
  }
  return { rows: options.rows, seconds: (performance.now() - started) / 1000 };
}

// A finding, its line and its settlement in one statement, for the ledger's triggers; and its first event, for reports.
const INSERT = `
with region as materialized (
  select code, name, region_path, level, row_number() over (order by region_path) - 1 as place
  from jurisdictions.unit where level in ('city', 'county')
), pair as materialized (
  select kind, fund_line, category, row_number() over (order by kind, fund_line) - 1 as place
  from campaign.kind_fund where campaign_id = $1::uuid
), dice as materialized (
  select i,
    abs(hashint8extended(i, $2::bigint)) as a, abs(hashint8extended(i, $2::bigint + 1)) as b,
    abs(hashint8extended(i, $2::bigint + 2)) as c, abs(hashint8extended(i, $2::bigint + 3)) as d
  from generate_series($3::bigint, $4::bigint - 1) as i
), made as materialized (
  select dice.*, ('018' || lpad(to_hex(dice.i), 5, '0') || '-0000-7000-8000-' || lpad(to_hex($2::bigint * 16777216 + dice.i), 12, '0'))::uuid as id,
    region.code, region.name, region.region_path, region.level, pair.kind, pair.fund_line, pair.category,
    case when pair.kind = 'D5' then 0 else (a % 900000 + 1) * 1000 + c % 1000 end as found,
    date '2008-09-01' + (b % 200)::int as discovered,
    (array['registered', 'classified', 'rectifying', 'rectifying', 'awaitingAcceptance'])[1 + c % 5] as status,
    (array['earlierAudit', 'selfCheck', 'selfCheck', 'patrol'])[1 + d % 4] as origin,
    date '2009-02-01' + (d % 90)::int as due
  from dice
  join region on region.place = a % (select count(*) from region)
  join pair on pair.place = b % (select count(*) from pair)
), split as materialized (
  select made.*, case when i % 3 = 0 then 0 else found * (i % 100) / 100 end as recovered from made
), head as (
  insert into findings.finding (id, campaign_id, region_path, unit_code, number, status, machine_version, version, fund_line, kind, category,
    origin, is_later_discovered, project, notice_no, audited_body, summary, description, basis, department, responsible_person,
    rectification_kind, advice, source, occurred_text, occurred_precision, occurred_from, discovered_on, nature,
    responsible_unit, responsible_level, means, due_on, measures, reported_by, found_fen, recovered_fen, repaid_fen, rebooked_fen,
    written_off_fen, registered_by, created_at, changed_at)
  select id, $1::uuid, region_path, code, '演-' || (i + 1), status, 1, 1, fund_line, kind, category, origin, false,
    (2004 + b % 4) || '年度三项社会保险基金审计：第' || c % 997 || '号问题', '审社报〔' || (2005 + b % 4) || '〕' || d % 499 || '号', name || '社会保险经办机构',
    name || (array['社会保险经办机构', '劳动保障局', '财政专户管理机构', '原劳动保险公司'])[1 + a % 4]
      || (array['将基金结余用于基本建设', '以虚假名单列支待遇', '未按规定核定缴费基数', '将基金存款转作单位定期存款', '截留参保单位缴费'])[1 + d % 5] || '，涉及' || (b % 3900 + 12) || '人次',
    '由固定种子生成，供测速使用。', (array['社会保险费征缴暂行条例第二十三条', '社会保险基金财务制度（财社字〔1999〕60号）', '社会保险基金会计制度第十二条'])[1 + c % 3],
    (array['基金管理科', '稽核科', '征缴科', '待遇审核科'])[1 + a % 4], substr('王李张刘陈杨赵黄周吴', 1 + (b % 10)::int, 1) || substr('秀建丽志桂永海文玉国', 1 + (c % 10)::int, 1),
    case when status not in ('registered', 'classified') then (array['immediate', 'staged', 'continuing'])[1 + d % 3] end,
    (array['限期收回并完善内控', '调整账目并补记收入', '通报并追究责任人责任'])[1 + b % 3], '审计机关', '2007', 'year', date '2007-01-01', discovered,
    case when status <> 'registered' then 'breach' end, '社会保险经办机构', case level when 'city' then 'city' else 'county' end,
    '{economic}', case when status in ('registered', 'classified') then null else due end,
    case when status in ('registered', 'classified') then null else '限期追回' end,
    case when status = 'awaitingAcceptance' then '00000000-0000-7000-8000-000000000002'::uuid end,
    found, recovered, 0, 0, 0, '00000000-0000-7000-8000-000000000003'::uuid, discovered, discovered
  from split
), line as (
  insert into findings.finding_line (finding_id, line_no, campaign_id, region_path, fund_line, kind, found_fen, recovered_fen, repaid_fen, rebooked_fen, written_off_fen)
  select id, 1, $1::uuid, region_path, fund_line, kind, found, recovered, 0, 0, 0 from split
), event as (
  insert into findings.finding_event (finding_id, seq, event, to_status, machine_version, by_person, by_name, unit_name, at, remark, region_path)
  select id, 1, 'import', status, 1, '00000000-0000-7000-8000-000000000003'::uuid, '测速', name, discovered, '', region_path from split
)
insert into findings.settlement (finding_id, id, line_no, region_path, channel, amount_fen, settled_on, voucher_no, note, recorded_by, recorded_by_name, recorded_at)
select id, id, 1, region_path, 'recovered', recovered, discovered, '演凭' || i, '', '00000000-0000-7000-8000-000000000003'::uuid, '测速', discovered
from split where recovered > 0`;
