-- Desk motor: whose word is awaited on a file (M11, M34), and to whom a document was posted (M31.moved).

alter table motor_documents add column cabinet_id BIGINT not null default 0;   -- the firm of its file
alter table motor_documents add column repairer_id BIGINT not null default 0;  -- who sent it, or had the file when it was posted; 0: nobody
alter table motor_documents add column waits BIGINT not null default 0 check (waits in (0, 1));  -- for the firm's verdict (M33)
update motor_documents set cabinet_id = (select f.cabinet_id from motor_files f where f.id = motor_documents.file_id);
update motor_documents set repairer_id = author_id where way = 'sent';
-- What was posted before a file changed hands stays with the firm: nobody can tell any more to whom it was posted.
update motor_documents set repairer_id = coalesce((select f.repairer_id from motor_files f
  where f.id = motor_documents.file_id), 0) where way = 'posted';
update motor_documents set repairer_id = author_id where way = 'posted' and exists (select 1 from motor_file_events e
  where e.file_id = motor_documents.file_id and e.event in ('repairer_changed', 'repairer_detached')
    and e.id > motor_documents.id);
update motor_documents set waits = 1 where way = 'sent' and verdict = 'none' and exists (select 1 from motor_files f
  where f.id = motor_documents.file_id and f.state <> 'closed' and f.repairer_id = motor_documents.author_id);
create index motor_documents_to_judge on motor_documents (cabinet_id, at, id) where waits = 1;

alter table motor_reminders add column since_at BIGINT not null default 0;  -- when the wait began anew; 0: with the state

-- A draft whose invoice was sent stays a while: who confirms it a second time is told so.
alter table motor_invoice_drafts add column sent_at BIGINT;
