-- Tasks that were dealt with, newest first (W17).
create index works_tasks_done on works_tasks (done_at, id) where done_at is not null;
