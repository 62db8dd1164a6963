-- In every table: an id of 0 names nobody or nothing; instants are microseconds since 1970 (UTC).

-- owner: floor/deadlines
create table deadlines (
  id           BIGINT primary key,
  file_kind    TEXT   not null,
  file_id      BIGINT not null,
  subject_kind TEXT   not null,
  subject_id   BIGINT not null,
  rule         TEXT   not null,
  start_event  TEXT   not null,
  start_at     BIGINT not null,
  due_at       BIGINT not null,             -- the first late instant
  state        TEXT   not null check (state in ('pending', 'met', 'fired', 'cancelled')),
  ended_at     BIGINT,
  owner_id     BIGINT not null,             -- organisation that must act
  extensions   BIGINT not null default 0,
  reason       TEXT   not null default '',
  attempts     BIGINT not null default 0,   -- firings that failed
  not_before   BIGINT not null default 0,   -- after a failure: no new attempt before
  check ((state = 'pending') = (ended_at is null))
);
create unique index deadlines_one_pending on deadlines (subject_kind, subject_id, rule) where state = 'pending';
create index deadlines_due on deadlines (due_at, id) where state = 'pending';
create index deadlines_retried on deadlines (not_before) where state = 'pending' and attempts > 0;
create index deadlines_of_owner on deadlines (owner_id, due_at, id) where state = 'pending';
create index deadlines_of_file on deadlines (file_kind, file_id, due_at);
