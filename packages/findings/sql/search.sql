-- Text search of the ledger by index, row-level security kept (docs/decisions/0013-text-search-by-signs.md).

-- The signs of a searched text: its pairs of neighbouring characters, and also its groups of four digits, since the pairs of
-- a number are in many numbers. A single character is its own sign. A part of a text has only signs of that text.
create or replace function findings.signs_of(searched text) returns text[]
language plpgsql immutable parallel safe as $$
declare
  lowered text := lower(searched collate "default");
  signs text[] := string_to_array(lowered, null);
  pairs text[];
begin
  if cardinality(signs) < 2 then return signs; end if;
  pairs := array(select first || second from unnest(signs, signs[2:]) as pair (first, second) where second is not null);
  if lowered !~ '[0-9]{4}' then return pairs; end if;
  return pairs || array(
    select substr(run[1], place, 4)
    from regexp_matches(lowered, '[0-9]{4,}', 'g') as run, generate_series(1, length(run[1]) - 3) as place);
end $$;

-- The signs of a finding. City and region are among them, so that the search of an area skips other areas.
-- The index holds the result of these functions when the row was written. Another rule needs another name and another index.
create or replace function findings.searched_signs(number text, summary text, responsible_unit text, region_path text) returns text[]
language plpgsql immutable parallel safe as $$
declare
  whole text := number || E'\n' || summary || E'\n' || responsible_unit;
begin
  return findings.signs_of(whole) || string_to_array(lower(whole collate "default"), null)
    || ('@' || region_path) || ('@' || left(region_path, 5));
end $$;

create index if not exists finding_signs on findings.finding
  using gin (findings.searched_signs(number, summary, responsible_unit, region_path));

-- The planner uses an index for a condition before the policy only when the operator is leakproof, and no operator of a text
-- index is. So the signs are part of a policy of the owner, which sees nothing else of the ledger.
drop policy if exists searched on findings.finding;
create policy searched on findings.finding for select to current_user using (
  region_path >= (select nullif(current_setting('app.path', true), ''))
  and region_path < (select nullif(current_setting('app.path', true), '') || '/')
  and findings.searched_signs(number, summary, responsible_unit, region_path)
    @> (select nullif(current_setting('app.signs', true), '')::text[])
);

-- Ids inside the caller's area of what may hold a text; the caller still reads the rows under its own policy.
-- The area is repeated here, for an owner that no policy binds.
create or replace function findings.ids_with_signs(campaign uuid, wanted text[], at_most integer) returns setof uuid
language plpgsql security definer
set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan set work_mem = '64MB' as $$
declare
  area text := nullif(current_setting('app.path', true), '');
begin
  perform set_config('app.signs', wanted::text, true);
  if row_security_active('findings.finding') then
    return query select id from findings.finding where campaign_id = campaign limit at_most;
  else
    return query select id from findings.finding
      where campaign_id = campaign and region_path >= area and region_path < area || '/'
        and findings.searched_signs(number, summary, responsible_unit, region_path) @> wanted
      limit at_most;
  end if;
  perform set_config('app.signs', '', true);
end $$;
