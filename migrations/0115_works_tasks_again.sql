-- A task is opened once while it is open: when what it is about happens again after someone dealt with it, it is a task
-- again (W27.never_late).
-- owner: desks/works/task
create table works_tasks_anew (
  id BIGINT not null primary key,
  kind TEXT not null,
  claim_id BIGINT,
  organisation_id BIGINT,
  subject_id BIGINT not null,
  opened_at BIGINT not null,
  done_at BIGINT,
  done_by BIGINT,
  outcome TEXT not null default ''
);
insert into works_tasks_anew (id, kind, claim_id, organisation_id, subject_id, opened_at, done_at, done_by, outcome)
  select id, kind, claim_id, organisation_id, subject_id, opened_at, done_at, done_by, outcome from works_tasks;
drop table works_tasks;
alter table works_tasks_anew rename to works_tasks;
create unique index works_tasks_once on works_tasks (kind, subject_id) where done_at is null;
create index works_tasks_open on works_tasks (opened_at, id) where done_at is null;
