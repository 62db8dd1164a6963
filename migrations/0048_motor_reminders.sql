-- Desk motor: what reminds a repairer of documents and invoices, and what keeps it quiet (M24, M34).

-- owner: desks/motor/reminder
create table motor_reminders (
  file_id BIGINT not null primary key references motor_files (id),
  quiet_until TEXT not null,                 -- no reminder before that day; '': none was announced
  announced TEXT not null,                   -- the day announced, which the cap may have shortened
  sent BIGINT not null,                      -- since what is awaited is awaited
  last_at BIGINT not null                    -- of the last one; 0: never
);

-- A firm's own pace; the standard one when it has no row.
-- owner: desks/motor/reminder
create table motor_reminder_paces (
  cabinet_id BIGINT not null primary key references organisations (id),
  cap_days BIGINT not null check (cap_days > 0),
  documents_days BIGINT not null check (documents_days > 0),
  invoice_days BIGINT not null check (invoice_days > 0),
  again_days BIGINT not null check (again_days > 0),
  most BIGINT not null check (most >= 0)     -- reminders for one wait; 0: none
);
