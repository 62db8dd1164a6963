-- Desk motor: what is NEW to each person (M13, M14), kept as it happens: a list, a count and a banner of it read only
-- what is new, not what was read.

-- Whose news are kept: who has opened a file once. To everybody else all that was posted is new.
-- owner: desks/motor/file
create table motor_news_books (
  organisation_id BIGINT not null references organisations (id),
  account_id BIGINT not null references accounts (id),
  primary key (organisation_id, account_id)
) {{clustered}};

-- Files of the organisation with documents that the person has not seen.
-- owner: desks/motor/file
create table motor_news (
  organisation_id BIGINT not null,
  account_id BIGINT not null,
  file_id BIGINT not null references motor_files (id),
  last_posted_at BIGINT not null,            -- as in the file
  primary key (organisation_id, account_id, file_id)
) {{clustered}};
create index motor_news_latest on motor_news (organisation_id, account_id, last_posted_at, file_id);
create index motor_news_of_file on motor_news (file_id, organisation_id);

insert into motor_news_books (organisation_id, account_id)
select distinct m.organisation_id, m.account_id from motor_reads r
join motor_files f on f.id = r.file_id
join memberships m on m.account_id = r.account_id and (m.organisation_id = f.cabinet_id or m.organisation_id = f.repairer_id);

insert into motor_news (organisation_id, account_id, file_id, last_posted_at)
select b.organisation_id, b.account_id, f.id, f.last_posted_at from motor_news_books b
join motor_files f on f.cabinet_id = b.organisation_id or f.repairer_id = b.organisation_id
left join motor_reads r on r.account_id = b.account_id and r.file_id = f.id
where f.posted > coalesce(r.seen, 0);
