-- A finding's amounts are the sums of its lines, and a line's are the sums of its settlements.
-- The checks run at the end of each statement and see everything it wrote, so a verb writes
-- settlements, lines and head in one statement; no verb can leave them inconsistent.
-- 认定总额 moves from its first value only by rows of amount_change, and 核减 is their sum.

-- Each finding is looked up by its key. A plan made for all ids at once, or kept from a time when the tables
-- were empty, would read whole areas instead; therefore the laterals and a plan for each call.
create or replace function findings.refuse_unequal_heads(checked uuid[]) returns void
language plpgsql set plan_cache_mode = force_custom_plan as $$
declare
  wrong uuid;
begin
  select wanted.id into wrong
  from unnest(checked) as wanted (id)
  left join lateral (select * from findings.finding where finding.id = wanted.id limit 1) as head on true
  left join lateral (
    select sum(reduced_fen) as reduced, sum(found_fen) as found, sum(recovered_fen) as recovered, sum(repaid_fen) as repaid,
      sum(rebooked_fen) as rebooked, sum(written_off_fen) as written_off,
      bool_and(line.region_path = head.region_path and line.campaign_id = head.campaign_id
        and line.is_withdrawn = (head.status = 'withdrawn')) as belongs
    from findings.finding_line as line where line.finding_id = wanted.id
  ) as line on true
  left join lateral (
    select coalesce(sum(found_fen + reduced_fen), 0) as stated, coalesce(sum(reduced_fen), 0) as reduced,
      coalesce(bool_and(changed.region_path = head.region_path), true) as belongs
    from findings.amount_change as changed where changed.finding_id = wanted.id
  ) as changed on true
  where line.belongs is not true or not changed.belongs
    or (head.reduced_fen, head.found_fen, head.recovered_fen, head.repaid_fen, head.rebooked_fen, head.written_off_fen)
      is distinct from (line.reduced, line.found, line.recovered, line.repaid, line.rebooked, line.written_off)
    or (head.stated_fen, head.reduced_fen) is distinct from (head.first_stated_fen + changed.stated, changed.reduced)
  limit 1;
  if wrong is not null then
    raise exception 'finding %: its amounts are not the sums of its lines', wrong
      using errcode = 'check_violation', constraint = 'finding_equals_lines', table = 'finding', schema = 'findings';
  end if;
end $$;

create or replace function findings.refuse_unequal_lines(checked uuid[]) returns void
language plpgsql set plan_cache_mode = force_custom_plan as $$
declare
  wrong uuid;
begin
  select wanted.id into wrong
  from unnest(checked) as wanted (id)
  left join lateral (select * from findings.finding_line where finding_line.finding_id = wanted.id offset 0) as line on true
  left join lateral (
    select coalesce(sum(reduced_fen), 0) as reduced
    from findings.amount_change as changed where changed.finding_id = wanted.id and changed.line_no = line.line_no
  ) as changed on true
  left join lateral (
    select coalesce(sum(amount_fen) filter (where channel = 'recovered'), 0) as recovered,
      coalesce(sum(amount_fen) filter (where channel = 'repaid'), 0) as repaid,
      coalesce(sum(amount_fen) filter (where channel = 'rebooked'), 0) as rebooked,
      coalesce(sum(amount_fen) filter (where channel = 'writtenOff'), 0) as written_off,
      coalesce(bool_and(moved.region_path = line.region_path), true) as belongs
    from findings.settlement as moved where moved.finding_id = wanted.id and moved.line_no = line.line_no
  ) as moved on true
  where line.finding_id is null or not moved.belongs or line.reduced_fen is distinct from changed.reduced
    or (line.recovered_fen, line.repaid_fen, line.rebooked_fen, line.written_off_fen)
      is distinct from (moved.recovered, moved.repaid, moved.rebooked, moved.written_off)
  limit 1;
  if wrong is not null then
    raise exception 'finding %: the amounts of a line are not the sums of its settlements and reductions', wrong
      using errcode = 'check_violation', constraint = 'line_equals_settlements', table = 'finding_line', schema = 'findings';
  end if;
end $$;

-- A new head needs a line. The sums of the lines are checked where the lines are written, when the same statement ends.
create or replace function findings.check_new_heads() returns trigger
language plpgsql set plan_cache_mode = force_custom_plan as $$
begin
  if exists (
    select from changed
    left join lateral (select line_no from findings.finding_line where finding_line.finding_id = changed.id limit 1) as line on true
    where line.line_no is null
  ) then
    raise exception 'a finding has no line'
      using errcode = 'check_violation', constraint = 'finding_equals_lines', table = 'finding', schema = 'findings';
  end if;
  return null;
end $$;

create or replace function findings.check_changed_heads() returns trigger
language plpgsql as $$
declare
  ids uuid[];
begin
  select array_agg(id) into ids from changed;
  if ids is not null then perform findings.refuse_unequal_heads(ids); end if;
  return null;
end $$;

create or replace function findings.check_new_lines() returns trigger
language plpgsql as $$
declare
  ids uuid[];
  settled uuid[];
begin
  select array_agg(distinct finding_id), array_agg(distinct finding_id) filter (where (reduced_fen, recovered_fen, repaid_fen, rebooked_fen, written_off_fen) <> (0, 0, 0, 0, 0))
    into ids, settled from changed;
  if ids is not null then perform findings.refuse_unequal_heads(ids); end if;
  if settled is not null then perform findings.refuse_unequal_lines(settled); end if;
  return null;
end $$;

create or replace function findings.check_changed_lines() returns trigger
language plpgsql as $$
declare
  ids uuid[];
begin
  select array_agg(distinct finding_id) into ids from changed;
  if ids is not null then
    perform findings.refuse_unequal_heads(ids);
    perform findings.refuse_unequal_lines(ids);
  end if;
  return null;
end $$;

create or replace function findings.refuse_first_stated() returns trigger
language plpgsql as $$
begin
  raise exception 'finding %: the first stated amount never changes', old.id
    using errcode = 'check_violation', constraint = 'finding_first_stated', table = 'finding', schema = 'findings';
end $$;

create or replace function findings.check_changed_settlements() returns trigger
language plpgsql as $$
declare
  ids uuid[];
begin
  select array_agg(distinct finding_id) into ids from changed;
  if ids is not null then perform findings.refuse_unequal_lines(ids); end if;
  return null;
end $$;

create or replace trigger finding_amounts_inserted after insert on findings.finding
  referencing new table as changed for each statement execute function findings.check_new_heads();
create or replace trigger finding_amounts_updated after update on findings.finding
  referencing new table as changed for each statement execute function findings.check_changed_heads();
create or replace trigger line_amounts_inserted after insert on findings.finding_line
  referencing new table as changed for each statement execute function findings.check_new_lines();
create or replace trigger line_amounts_updated after update on findings.finding_line
  referencing new table as changed for each statement execute function findings.check_changed_lines();
create or replace trigger line_amounts_deleted after delete on findings.finding_line
  referencing old table as changed for each statement execute function findings.check_changed_lines();
create or replace trigger settlement_inserted after insert on findings.settlement
  referencing new table as changed for each statement execute function findings.check_changed_settlements();
create or replace trigger settlement_updated after update on findings.settlement
  referencing new table as changed for each statement execute function findings.check_changed_settlements();
create or replace trigger settlement_deleted after delete on findings.settlement
  referencing old table as changed for each statement execute function findings.check_changed_settlements();
create or replace trigger amount_change_inserted after insert on findings.amount_change
  referencing new table as changed for each statement execute function findings.check_changed_lines();
create or replace trigger amount_change_updated after update on findings.amount_change
  referencing new table as changed for each statement execute function findings.check_changed_lines();
create or replace trigger amount_change_deleted after delete on findings.amount_change
  referencing old table as changed for each statement execute function findings.check_changed_lines();
create or replace trigger finding_first_stated before update on findings.finding
  for each row when (new.first_stated_fen is distinct from old.first_stated_fen)
  execute function findings.refuse_first_stated();
