-- Desk works: what is billed, and the commission of each closed job until it is paid (W27, W30, P9).

-- Numbers without gaps: taken in the transaction that issues the bill.
-- owner: desks/works/bill
create table works_bill_series (
  series TEXT not null primary key,          -- "F-2026", "AF-2026-" and the broker it is written for
  last_number BIGINT not null
) {{clustered}};

-- Never changed once issued, but for the paper drawn from it.
-- owner: desks/works/bill
create table works_bills (
  id BIGINT primary key,
  number TEXT not null,
  kind TEXT not null check (kind in ('commission_invoice', 'commission_credit', 'bonus_statement')),
  organisation_id BIGINT not null references organisations (id),  -- the partner
  subject_id BIGINT not null,                -- mandate of the job; 0 for a statement
  corrects TEXT not null,                    -- number of the bill that a credit note corrects
  seller TEXT not null,                      -- name, address, SIREN, VAT number, line by line, as they were
  buyer TEXT not null,
  issued_at BIGINT not null,
  issued_on TEXT not null,
  net BIGINT not null,
  vat BIGINT not null,
  payment TEXT not null,                     -- when and how it is paid
  mentions TEXT not null,                    -- what the law wants said, line by line
  document_id BIGINT                         -- null: the paper is still to be drawn
);
create unique index works_bills_number on works_bills (number);
create index works_bills_of on works_bills (organisation_id, id);
create index works_bills_subject on works_bills (subject_id, id);
create index works_bills_to_draw on works_bills (id) where document_id is null;

-- owner: desks/works/bill
create table works_bill_lines (
  bill_id BIGINT not null references works_bills (id),
  position BIGINT not null,
  claim_id BIGINT not null,
  day TEXT not null,
  wording TEXT not null,
  net BIGINT not null,
  vat BIGINT not null,
  rate BIGINT not null,                      -- 10^-8
  primary key (bill_id, position)
) {{clustered}};

-- owner: desks/works/commission
create table works_commissions (
  mandate_id BIGINT not null primary key references works_mandates (id),
  organisation_id BIGINT not null references organisations (id),
  claim_id BIGINT not null references works_claims (id),
  entry_id BIGINT not null,                  -- of the ledger
  bill_id BIGINT not null references works_bills (id),
  bill_number TEXT not null,
  job TEXT not null,                         -- trades and commune, as the firm knows it
  closed_on TEXT not null,                   -- D
  amount BIGINT not null,                    -- with VAT
  state TEXT not null check (state in ('awaiting_mandate', 'planned', 'paid', 'unpaid', 'unknown', 'stuck', 'credited')),
  attempt BIGINT not null,
  order_id BIGINT not null default 0,        -- of the last attempt
  debit_on TEXT,                             -- announced
  debit_until TEXT,
  settled_on TEXT,
  note TEXT not null default ''              -- why it came back, or why it is credited
);
create index works_commissions_of on works_commissions (organisation_id, mandate_id);
create index works_commissions_state on works_commissions (state, mandate_id);
create index works_commissions_claim on works_commissions (claim_id);
create unique index works_commissions_entry on works_commissions (entry_id);
