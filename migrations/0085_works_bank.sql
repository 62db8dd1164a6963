-- Desk works: where partners are paid or debited, and what tradesmen signed for it (W27, W29).

-- owner: desks/works/bank
create table works_bank_details (
  organisation_id BIGINT not null primary key references organisations (id),
  holder TEXT not null,                      -- as on the RIB
  iban TEXT not null,
  bic TEXT not null,                         -- '': by the IBAN alone
  changed_at BIGINT not null,
  changed_by BIGINT not null
);

-- SEPA direct debit mandates (CORE). A row is a signed one; its text is drawn again from what it holds.
-- owner: desks/works/debit_mandate
create table works_debit_mandates (
  id BIGINT primary key,
  organisation_id BIGINT not null references organisations (id),
  reference TEXT not null,                   -- RUM
  state TEXT not null check (state in ('active', 'revoked', 'lapsed', 'replaced')),
  creditor TEXT not null,                    -- name, then address, line by line
  creditor_id TEXT not null,                 -- ICS
  debtor TEXT not null,                      -- name, then address
  iban TEXT not null,
  bic TEXT not null,
  signed_at BIGINT not null,
  signed_by BIGINT not null,                 -- account
  code_sent_to TEXT not null,                -- the address that proved it, masked
  text_sha256 TEXT not null check (length(text_sha256) = 64),
  document_id BIGINT not null references documents (id),
  first_order_id BIGINT not null default 0,  -- the debit sent as FRST; 0: the next one is
  last_used_on TEXT,                         -- execution day of the last debit that was booked
  ended_at BIGINT,
  end_reason TEXT not null default '',
  check ((state = 'active') = (ended_at is null))
);
create unique index works_debit_mandates_reference on works_debit_mandates (reference);
create unique index works_debit_mandates_active on works_debit_mandates (organisation_id) where state = 'active';
create index works_debit_mandates_of on works_debit_mandates (organisation_id, id);
