-- Desk works: brokers' bonuses, from the closed claim to the quarter's transfer (W28, W29, W30).

-- When the broker agreed that his bonuses be invoiced in his name and on his behalf; null: not yet.
alter table works_brokers add column self_billing_at BIGINT;

-- What a claim earned, or what takes it back: each is on one statement, once.
-- owner: desks/works/bonus
create table works_bonus_items (
  id BIGINT primary key,
  broker_id BIGINT not null references organisations (id),
  claim_id BIGINT not null references works_claims (id),
  entry_id BIGINT not null,                  -- of the ledger: the bonus, or its reversal
  earned_at BIGINT not null,
  wording TEXT not null,
  net BIGINT not null,                       -- below zero: a correction
  vat BIGINT not null,
  rate BIGINT not null,
  statement_id BIGINT not null default 0     -- the bill it stands on; 0: none yet
);
create unique index works_bonus_items_entry on works_bonus_items (entry_id);
create index works_bonus_items_due on works_bonus_items (broker_id, earned_at, id) where statement_id = 0;
create index works_bonus_items_of_statement on works_bonus_items (statement_id, id) where statement_id <> 0;

-- owner: desks/works/bonus
create table works_bonus_statements (
  bill_id BIGINT not null primary key references works_bills (id),
  broker_id BIGINT not null references organisations (id),
  number TEXT not null,
  quarter TEXT not null,                     -- its first day: what was closed before is paid
  claims BIGINT not null,
  amount BIGINT not null,                    -- with VAT, above zero
  state TEXT not null check (state in ('planned', 'paid', 'unpaid', 'unknown')),
  attempt BIGINT not null,
  order_id BIGINT not null default 0,
  pay_from TEXT not null,
  settled_on TEXT,
  note TEXT not null default ''
);
create unique index works_bonus_statements_once on works_bonus_statements (broker_id, quarter);
create index works_bonus_statements_quarter on works_bonus_statements (quarter, bill_id);

-- owner: desks/works/bonus
create table works_bonus_runs (
  id BIGINT primary key,
  quarter TEXT not null,
  run_at BIGINT not null,
  run_by BIGINT not null,
  statements BIGINT not null,
  amount BIGINT not null
);
create index works_bonus_runs_quarter on works_bonus_runs (quarter, id);
