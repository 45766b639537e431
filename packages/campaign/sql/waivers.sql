-- A unit that asks for a waiver does not see what units of other areas asked for. These functions answer the two
-- questions a request depends on, and show no row. The policy lets the owner of the functions read the table.
drop policy if exists counted on campaign.waiver;
create policy counted on campaign.waiver for select to current_user using (true);

-- Other units with a waiver of a condition: approved, or asked for and not expired on this day.
create or replace function campaign.waived_units(campaign uuid, gate text, asking text, today date) returns integer
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(distinct unit_code)::integer from campaign.waiver
  where campaign_id = $1 and rule = $2 and unit_code <> $3
    and (status = 'approved' or (status = 'requested' and decide_by >= $4));
$$;

-- Whether this reason was given before, by another unit or for another condition.
create or replace function campaign.is_reason_given(campaign uuid, gate text, asking text, reason text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from campaign.waiver
    where campaign_id = $1 and (rule, unit_code) is distinct from ($2, $3) and reason_hash = $4
  );
$$;
