-- Desk motor: a repairer asks a firm why he does not see a file, and what the firm is told besides (M30).

-- owner: desks/motor/help
create table motor_help_messages (
  id BIGINT not null primary key,
  cabinet_id BIGINT not null references organisations (id),
  repairer_id BIGINT not null references organisations (id),
  account_id BIGINT not null references accounts (id),
  about TEXT not null,                       -- plate, number of the file or of the claim, as typed; '' when he named none
  said TEXT not null,                        -- his message; '' when the file alone was named
  asked_at BIGINT not null,
  answer TEXT not null default '',
  answered_at BIGINT,                        -- null: waits for the firm
  answered_by BIGINT not null default 0,     -- account of the firm
  check ((answered_at is null) = (answer = ''))
);
create index motor_help_messages_cabinet on motor_help_messages (cabinet_id, id);
create index motor_help_messages_waiting on motor_help_messages (cabinet_id, id) where answered_at is null;
create index motor_help_messages_repairer on motor_help_messages (repairer_id, id);
create index motor_help_messages_account on motor_help_messages (account_id);

-- What the firm alone sees beside the message: files whose SIRET is probably mistyped.
-- owner: desks/motor/help
create table motor_help_hints (
  message_id BIGINT not null references motor_help_messages (id),
  position BIGINT not null,
  file_id BIGINT not null,                   -- the file he named; 0: a SIRET that looks like his
  reference TEXT not null,                   -- of that file, else ''
  siret TEXT not null,                       -- of the firm's file or files; '' when the file has none
  files BIGINT not null,                     -- that bear it and that no repairer sees
  own_siret TEXT not null,                   -- the repairer's that it resembles; '' when it resembles none
  likeness TEXT not null check (likeness in ('none', 'same', 'same_siren', 'swapped', 'few_digits')),
  primary key (message_id, position)
) {{clustered}};
