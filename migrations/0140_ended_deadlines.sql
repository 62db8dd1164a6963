-- How a delay ended and by whom, for those who look back (P4.ended); '' and 0 in rows that ended before this was kept.
alter table deadlines add column ended_cause TEXT not null default '';     -- platform::Cause
alter table deadlines add column ended_by BIGINT not null default 0;       -- account
alter table deadlines add column ended_for BIGINT not null default 0;      -- its organisation
create index deadlines_ended on deadlines (state, ended_at, id) where ended_at is not null;
