-- A finding's amounts are the sums of its lines, and a line's are the sums of its settlements.
-- The checks run at the end of each statement and see everything it wrote, so a verb writes
-- settlements, lines and head in one statement; none can leave them apart.

create or replace function findings.refuse_unequal_amounts(checked uuid[]) returns void
language plpgsql
-- The plan is kept for the session: made while the tables are empty it would read all of them later.
set enable_seqscan = off as $$
declare
  wrong uuid;
begin
  select head.id into wrong
  from findings.finding head
  left join (
    select finding_id, count(*) as lines,
      sum(found_fen) as found, sum(recovered_fen) as recovered, sum(repaid_fen) as repaid,
      sum(rebooked_fen) as rebooked, sum(written_off_fen) as written_off,
      min(region_path) as first_path, max(region_path) as last_path, min(campaign_id::text) as first_campaign, max(campaign_id::text) as last_campaign
    from findings.finding_line where finding_id = any (checked) group by finding_id
  ) line on line.finding_id = head.id
  where head.id = any (checked)
    and (line.lines is null
      or (head.found_fen, head.recovered_fen, head.repaid_fen, head.rebooked_fen, head.written_off_fen)
        is distinct from (line.found, line.recovered, line.repaid, line.rebooked, line.written_off)
      or head.region_path <> line.first_path or head.region_path <> line.last_path
      or head.campaign_id::text <> line.first_campaign or head.campaign_id::text <> line.last_campaign)
  limit 1;
  if wrong is not null then
    raise exception 'finding %: its amounts are not the sums of its lines', wrong
      using errcode = 'check_violation', constraint = 'finding_equals_lines', table = 'finding', schema = 'findings';
  end if;

  select line.finding_id into wrong
  from findings.finding_line line
  left join (
    select finding_id, line_no,
      coalesce(sum(amount_fen) filter (where channel = 'recovered'), 0) as recovered,
      coalesce(sum(amount_fen) filter (where channel = 'repaid'), 0) as repaid,
      coalesce(sum(amount_fen) filter (where channel = 'rebooked'), 0) as rebooked,
      coalesce(sum(amount_fen) filter (where channel = 'writtenOff'), 0) as written_off,
      min(region_path) as first_path, max(region_path) as last_path
    from findings.settlement where finding_id = any (checked) group by finding_id, line_no
  ) moved on moved.finding_id = line.finding_id and moved.line_no = line.line_no
  where line.finding_id = any (checked)
    and ((line.recovered_fen, line.repaid_fen, line.rebooked_fen, line.written_off_fen)
      is distinct from (coalesce(moved.recovered, 0), coalesce(moved.repaid, 0), coalesce(moved.rebooked, 0), coalesce(moved.written_off, 0))
      or line.region_path <> coalesce(moved.first_path, line.region_path) or line.region_path <> coalesce(moved.last_path, line.region_path))
  limit 1;
  if wrong is not null then
    raise exception 'finding %: the amounts of a line are not the sums of its settlements', wrong
      using errcode = 'check_violation', constraint = 'line_equals_settlements', table = 'finding_line', schema = 'findings';
  end if;
end $$;

create or replace function findings.check_changed_heads() returns trigger
language plpgsql as $$
declare
  ids uuid[];
begin
  select array_agg(id) into ids from changed;
  if ids is not null then perform findings.refuse_unequal_amounts(ids); end if;
  return null;
end $$;

create or replace function findings.check_changed_parts() returns trigger
language plpgsql as $$
declare
  ids uuid[];
begin
  select array_agg(distinct finding_id) into ids from changed;
  if ids is not null then perform findings.refuse_unequal_amounts(ids); end if;
  return null;
end $$;

create or replace trigger finding_amounts_inserted after insert on findings.finding
  referencing new table as changed for each statement execute function findings.check_changed_heads();
create or replace trigger finding_amounts_updated after update on findings.finding
  referencing new table as changed for each statement execute function findings.check_changed_heads();
create or replace trigger line_amounts_inserted after insert on findings.finding_line
  referencing new table as changed for each statement execute function findings.check_changed_parts();
create or replace trigger line_amounts_updated after update on findings.finding_line
  referencing new table as changed for each statement execute function findings.check_changed_parts();
create or replace trigger line_amounts_deleted after delete on findings.finding_line
  referencing old table as changed for each statement execute function findings.check_changed_parts();
create or replace trigger settlement_inserted after insert on findings.settlement
  referencing new table as changed for each statement execute function findings.check_changed_parts();
create or replace trigger settlement_updated after update on findings.settlement
  referencing new table as changed for each statement execute function findings.check_changed_parts();
create or replace trigger settlement_deleted after delete on findings.settlement
  referencing old table as changed for each statement execute function findings.check_changed_parts();
