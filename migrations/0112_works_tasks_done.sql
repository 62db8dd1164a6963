-- The tasks that were done, the last first (W17, W25): what came of each stays to be read.
create index works_tasks_done on works_tasks (done_at, id) where done_at is not null;
