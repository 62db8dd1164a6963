-- SEPA payments (P8): what is asked, gathered in batches, sent as one file, and what the bank answered.

-- The house's own account at its bank. A new one waits for a second administrator.
-- owner: floor/payments
create table payment_accounts (
  id           BIGINT primary key,
  name         TEXT   not null,             -- of the holder, as on the bank's papers
  iban         TEXT   not null,
  bic          TEXT   not null,
  creditor_id  TEXT   not null,             -- ICS; '': direct debits cannot be made
  dialect      TEXT   not null check (dialect in ('current', 'older')),
  state        TEXT   not null check (state in ('proposed', 'in_force', 'replaced', 'withdrawn')),
  proposed_at  BIGINT not null,
  proposed_by  BIGINT not null,
  confirmed_at BIGINT,
  confirmed_by BIGINT not null default 0
);
create unique index payment_accounts_in_force on payment_accounts (state) where state = 'in_force';
create unique index payment_accounts_proposed on payment_accounts (state) where state = 'proposed';

-- owner: floor/payments
create table payment_batches (
  id           BIGINT primary key,
  number       BIGINT not null,             -- 1, 2, 3…
  kind         TEXT   not null check (kind in ('direct_debit', 'credit_transfer')),
  state        TEXT   not null check (state in ('prepared', 'released', 'settled', 'dissolved')),
  account_id   BIGINT not null references payment_accounts (id),
  prepared_at  BIGINT not null,
  prepared_by  BIGINT not null,
  released_at  BIGINT,
  released_by  BIGINT not null default 0,
  check (released_by = 0 or released_by <> prepared_by)
);
create unique index payment_batches_number on payment_batches (number);

-- owner: floor/payments
create table payment_orders (
  id                BIGINT primary key,
  kind              TEXT   not null check (kind in ('direct_debit', 'credit_transfer')),
  subject_kind      TEXT   not null,
  subject_id        BIGINT not null,
  attempt           BIGINT not null check (attempt > 0),
  state             TEXT   not null check (state in ('planned', 'batched', 'released', 'booked', 'rejected',
                                                     'returned', 'unknown', 'cancelled')),
  organisation_id   BIGINT not null,
  settles           TEXT   not null,          -- account of the ledger that booking clears
  party_name        TEXT   not null,
  iban              TEXT   not null,
  bic               TEXT   not null,          -- '': by the IBAN alone
  amount            BIGINT not null check (amount > 0),
  remittance        TEXT   not null,
  earliest_day      TEXT   not null,
  latest_day        TEXT   not null,
  mandate_reference TEXT   not null,          -- RUM; '' for credit transfers
  mandate_signed    TEXT,
  sequence          TEXT   not null check (sequence in ('', 'first', 'recurrent')),
  file_kind         TEXT   not null,
  file_id           BIGINT not null,
  created_at        BIGINT not null,
  created_by        BIGINT not null,
  batch_id          BIGINT not null default 0,  -- 0: in none
  execution_day     TEXT,                     -- asked of the bank
  payment_group     BIGINT not null default 0,  -- which payment information of the file
  end_to_end_id     TEXT   not null,
  entry_id          BIGINT not null default 0,  -- what its booking wrote in the ledger
  reason_code       TEXT   not null default '',
  reason            TEXT   not null default '',
  check ((kind = 'direct_debit') = (sequence <> '' and mandate_reference <> '' and mandate_signed is not null))
);
create unique index payment_orders_once on payment_orders (subject_kind, subject_id, attempt);
create unique index payment_orders_end_to_end on payment_orders (end_to_end_id);
create index payment_orders_of_batch on payment_orders (batch_id, id);
create index payment_orders_in_state on payment_orders (state, id);
create index payment_orders_of_amount on payment_orders (amount, id);
create index payment_orders_planned on payment_orders (kind, earliest_day, id) where state = 'planned';
create index payment_orders_of_file on payment_orders (file_kind, file_id, id);
create index payment_orders_of_organisation on payment_orders (organisation_id, id);
create index payment_orders_of_mandate on payment_orders (mandate_reference) where mandate_reference <> '';
create index payment_orders_of_iban on payment_orders (iban) where state in ('planned', 'batched');

-- What happened to an order, oldest first; its desk is told of each by a deadline of that row.
-- owner: floor/payments
create table payment_events (
  id          BIGINT primary key,
  order_id    BIGINT not null references payment_orders (id),
  at          BIGINT not null,
  account_id  BIGINT not null,              -- the person; 0: the system
  event       TEXT   not null,
  reason_code TEXT   not null,
  reason      TEXT   not null,
  file_id     BIGINT not null               -- the bank file that said so; 0: none
);
create index payment_events_of_order on payment_events (order_id, id);

-- Files sent to the bank and received from it, byte for byte; never changed.
-- owner: floor/payments
create table payment_files (
  id          BIGINT primary key,
  direction   TEXT   not null check (direction in ('sent', 'received')),
  message     TEXT   not null,              -- "pain.008.001.08"
  message_id  TEXT   not null,
  filename    TEXT   not null,
  sha256      TEXT   not null check (length(sha256) = 64),
  content     TEXT   not null,
  at          BIGINT not null,
  account_id  BIGINT not null,              -- the person
  batch_id    BIGINT not null,              -- sent: what it carries; 0: received
  matched     BIGINT not null default 0,    -- lines that moved an order
  known       BIGINT not null default 0,    -- lines that were known already, or only informed
  unmatched   BIGINT not null default 0     -- lines left to a person
);
create unique index payment_files_content on payment_files (direction, sha256);
create unique index payment_files_of_batch on payment_files (batch_id) where batch_id <> 0;
create index payment_files_received on payment_files (direction, id);

-- owner: floor/payments
create table payment_statements (
  id           BIGINT primary key,
  file_id      BIGINT not null references payment_files (id),
  own_iban     TEXT   not null,
  statement_id TEXT   not null,
  number       BIGINT not null,             -- 0: the bank gives none
  year         BIGINT not null,
  until_day    TEXT   not null,
  opening      BIGINT not null,             -- cents, may be negative
  closing      BIGINT not null
);
create unique index payment_statements_once on payment_statements (own_iban, statement_id);
create index payment_statements_in_order on payment_statements (own_iban, until_day, id);

-- A line of a bank file.
-- owner: floor/payments
create table payment_lines (
  id            BIGINT primary key,
  file_id       BIGINT not null references payment_files (id),
  line_key      TEXT   not null,            -- the same in a camt.054 and in the camt.053 that repeats it
  message       TEXT   not null,
  state         TEXT   not null check (state in ('matched', 'open', 'settled')),
  problem       TEXT   not null,            -- why it is, or was, open
  order_id      BIGINT not null,
  end_to_end_id TEXT   not null,
  direction     TEXT   not null check (direction in ('credit', 'debit', '')),
  is_return     BIGINT not null check (is_return in (0, 1)),
  reason_code   TEXT   not null,
  amount        BIGINT not null,
  day           TEXT,
  party         TEXT   not null,
  remittance    TEXT   not null,
  settled_at    BIGINT,
  settled_by    BIGINT not null default 0,
  settled_why   TEXT   not null default '',
  check ((state = 'settled') = (settled_at is not null))
);
create unique index payment_lines_once on payment_lines (line_key);
create index payment_lines_open on payment_lines (id) where state = 'open';
create index payment_lines_of_file on payment_lines (file_id, id);
create index payment_lines_of_order on payment_lines (order_id, id) where order_id <> 0;
