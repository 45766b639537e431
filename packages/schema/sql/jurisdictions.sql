-- Leading groups lie below campaigns in the code, so their table cannot name the campaign's; the database can.
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'jurisdictions.leading_group'::regclass and conname = 'leading_group_campaign') then
    alter table jurisdictions.leading_group
      add constraint leading_group_campaign foreign key (campaign_id) references campaign.campaign (id);
  end if;
end $$;
