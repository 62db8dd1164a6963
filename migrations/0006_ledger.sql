-- Entries are never changed or removed; a correction is a reversing entry (P8).

-- owner: floor/ledger
create table ledger_entries (
  id           BIGINT primary key,
  kind         TEXT   not null,
  subject_kind TEXT   not null,
  subject_id   BIGINT not null,
  file_kind    TEXT   not null,
  file_id      BIGINT not null,
  at           BIGINT not null,
  account_id   BIGINT not null,             -- the person who booked it; 0: the system
  reverses_id  BIGINT not null,             -- the entry it reverses; 0: an original
  reason       TEXT   not null,
  check ((reverses_id = 0) = (reason = ''))
);
create unique index ledger_entries_once on ledger_entries (kind, subject_kind, subject_id) where reverses_id = 0;
create unique index ledger_entries_reversed_once on ledger_entries (reverses_id) where reverses_id <> 0;
create index ledger_entries_of_file on ledger_entries (file_kind, file_id, id);

-- owner: floor/ledger
create table ledger_lines (
  entry_id        BIGINT not null references ledger_entries (id),
  position        BIGINT not null,
  account         TEXT   not null check (account in ('commission_receivable', 'commission_revenue', 'vat_collected',
                                                     'vat_deductible', 'bonus_expense', 'bonus_payable', 'bank')),
  organisation_id BIGINT not null,          -- 0: our own account
  debit           BIGINT not null,          -- cents
  credit          BIGINT not null,
  primary key (entry_id, position),
  check ((debit > 0 and credit = 0) or (debit = 0 and credit > 0))
);
create index ledger_lines_of_account on ledger_lines (account, organisation_id);
create index ledger_lines_of_organisation on ledger_lines (organisation_id, entry_id);
