-- Lists answered from memory (ADR 15) follow the database by one pair of tables for all desks.

-- How often anything in the list of an organisation has changed.
-- owner: floor/lists
create table kept_lists (
  list TEXT not null,                        -- the desk's name of it
  organisation_id BIGINT not null,
  changes BIGINT not null,
  primary key (list, organisation_id)
) {{clustered}};
insert into kept_lists (list, organisation_id, changes)
select 'motor.' || side, organisation_id, changes from motor_lists;

-- The latest changes: who knows the list as it was takes them up; who is further behind reads it anew.
-- owner: floor/lists
create table kept_list_changes (
  list TEXT not null,
  organisation_id BIGINT not null,
  change BIGINT not null,
  row_id BIGINT,                             -- null: many at once
  primary key (list, organisation_id, change)
) {{clustered}};

drop table motor_list_changes;
drop table motor_lists;
