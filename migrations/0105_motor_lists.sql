-- Desk motor: lists are answered from memory (ADR 15). What is kept of them here: how often each has changed, and by
-- which files; what each person has seen. Words, news and the orders of columns need no rows of their own any more.

-- The list of an organisation, from one side: how often anything in it has changed.
-- owner: desks/motor/file
create table motor_lists (
  side TEXT not null check (side in ('cabinet', 'repairer')),
  organisation_id BIGINT not null,
  changes BIGINT not null,
  primary key (side, organisation_id)
) {{clustered}};
insert into motor_lists (side, organisation_id, changes)
select distinct side, organisation_id, 1 from motor_file_counts;

-- The latest changes: who knows the list as it was takes them up; who is further behind reads it anew.
-- owner: desks/motor/file
create table motor_list_changes (
  side TEXT not null,
  organisation_id BIGINT not null,
  change BIGINT not null,
  file_id BIGINT,                            -- null: many at once
  primary key (side, organisation_id, change)
) {{clustered}};

-- A reader: how often what he has seen has changed, and until when he has put the banner of new documents away (M13).
-- owner: desks/motor/file
create table motor_readers (
  account_id BIGINT not null primary key references accounts (id),
  changes BIGINT not null,
  dismissed_at BIGINT not null
);
insert into motor_readers (account_id, changes, dismissed_at)
select a.id, 1, coalesce(b.dismissed_at, 0) from accounts a left join motor_banners b on b.account_id = a.id
where b.account_id is not null or exists (select 1 from motor_reads r where r.account_id = a.id);
drop table motor_banners;
alter table motor_reads add column change BIGINT not null default 0;  -- of the reader, that it was
create index motor_reads_latest on motor_reads (account_id, change);

alter table motor_files add column last_posted_kind TEXT not null default '';  -- of the document posted last
update motor_files set last_posted_kind = coalesce((select d.kind from motor_documents d
  where d.file_id = motor_files.id and d.way = 'posted' order by d.id desc limit 1), '') where posted > 0;

drop table motor_words;
drop table motor_news;
drop table motor_news_books;
drop index motor_files_posted_at;
drop index motor_files_c_state;
drop index motor_files_c_posted;
drop index motor_files_c_claim;
drop index motor_files_c_inspection;
drop index motor_files_c_insured;
drop index motor_files_c_vehicle;
drop index motor_files_c_plate;
drop index motor_files_c_plate_key;
drop index motor_files_c_insurer;
drop index motor_files_c_insurer_name;
drop index motor_files_c_amount;
drop index motor_files_c_cabinet;
drop index motor_files_r_state;
drop index motor_files_r_posted;
drop index motor_files_r_claim;
drop index motor_files_r_inspection;
drop index motor_files_r_reference;
drop index motor_files_r_insured;
drop index motor_files_r_vehicle;
drop index motor_files_r_plate;
drop index motor_files_r_plate_key;
drop index motor_files_r_insurer;
drop index motor_files_r_insurer_name;
drop index motor_files_r_amount;
drop index motor_files_r_siret;
drop index motor_files_r_cabinet;
drop index motor_files_c_recent;
create index motor_files_c_recent on motor_files (cabinet_id, id);
drop index motor_files_r_recent;
create index motor_files_r_recent on motor_files (repairer_id, id);
