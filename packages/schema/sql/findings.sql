-- A finding's amounts are the sums of its lines, and a line's are the sums of its settlements.
-- The checks run at the end of each statement and see everything it wrote, so a verb writes
-- settlements, lines and head in one statement; none can leave them apart.

-- Both sides are added up in one pass: its cost grows with the rows written, whatever the planner knows of them.
create or replace function findings.refuse_unequal_amounts(checked uuid[]) returns void
language plpgsql
-- The plan is kept for the session: made while the tables are empty it would read all of them later.
set enable_seqscan = off as $$
declare
  wrong uuid;
begin
  select side.id into wrong
  from (
    select id, 1 as heads, 0 as lines, found_fen, recovered_fen, repaid_fen, rebooked_fen, written_off_fen, region_path, campaign_id
    from findings.finding where id = any (checked)
    union all
    select finding_id, 0, 1, -found_fen, -recovered_fen, -repaid_fen, -rebooked_fen, -written_off_fen, region_path, campaign_id
    from findings.finding_line where finding_id = any (checked)
  ) side
  group by side.id
  having sum(heads) = 1 and (sum(lines) = 0
    or sum(found_fen) <> 0 or sum(recovered_fen) <> 0 or sum(repaid_fen) <> 0 or sum(rebooked_fen) <> 0 or sum(written_off_fen) <> 0
    or min(region_path) <> max(region_path) or min(campaign_id::text) <> max(campaign_id::text))
  limit 1;
  if wrong is not null then
    raise exception 'finding %: its amounts are not the sums of its lines', wrong
      using errcode = 'check_violation', constraint = 'finding_equals_lines', table = 'finding', schema = 'findings';
  end if;

  select side.finding_id into wrong
  from (
    select finding_id, line_no, 1 as lines, recovered_fen as recovered, repaid_fen as repaid, rebooked_fen as rebooked,
      written_off_fen as written_off, region_path
    from findings.finding_line where finding_id = any (checked)
    union all
    select finding_id, line_no, 0,
      case channel when 'recovered' then -amount_fen else 0 end, case channel when 'repaid' then -amount_fen else 0 end,
      case channel when 'rebooked' then -amount_fen else 0 end, case channel when 'writtenOff' then -amount_fen else 0 end, region_path
    from findings.settlement where finding_id = any (checked)
  ) side
  group by side.finding_id, side.line_no
  having sum(lines) = 1 and (sum(recovered) <> 0 or sum(repaid) <> 0 or sum(rebooked) <> 0 or sum(written_off) <> 0
    or min(region_path) <> max(region_path))
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
