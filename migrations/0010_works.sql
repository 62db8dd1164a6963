-- Desk works (Travaux): tradesmen and what they cover, claims and their lots, mandates, quotes, closures.

-- owner: desks/works/tradesman
create table works_tradesmen (
  organisation_id BIGINT not null primary key references organisations (id),
  state TEXT not null check (state in ('active', 'suspended', 'left')),
  base_postal_code TEXT not null,
  base_name TEXT not null,
  lat_e6 BIGINT not null,
  lon_e6 BIGINT not null,
  radius_m BIGINT not null check (radius_m > 0),
  weekdays TEXT not null,                    -- '1111100': works on Monday … Sunday
  -- Record behind the rating (W11), kept up by each act
  asked BIGINT not null default 0,           -- requests that reached an answer or their end
  answered BIGINT not null default 0,        -- of those, answered by the firm
  answer_minutes BIGINT not null default 0,  -- total time to answer
  accepted BIGINT not null default 0,
  closed BIGINT not null default 0,
  live BIGINT not null default 0,            -- jobs held now
  silences BIGINT not null default 0,        -- consecutive requests without answer (W17)
  last_asked_at BIGINT,
  rating BIGINT not null default 500 check (rating between 0 and 1000)
);

-- What a certificate of décennale covers; a trade without a valid row cannot be offered (W8).
-- owner: desks/works/tradesman
create table works_coverages (
  organisation_id BIGINT not null references works_tradesmen (organisation_id),
  trade TEXT not null,
  valid_from TEXT not null,
  valid_until TEXT not null,
  certificate TEXT not null,                 -- insurer and policy number, as on the certificate
  primary key (organisation_id, trade, valid_from)
) {{clustered}};

-- What the desk must know of a broker beyond the organisation.
-- owner: desks/works/money
create table works_brokers (
  organisation_id BIGINT not null primary key references organisations (id),
  vat_liable BIGINT not null check (vat_liable in (0, 1))  -- on business-introduction bonuses (W28)
);

-- Where a firm may be found for one trade: the lookup of the matching, rewritten with its radius, place and coverages.
-- owner: desks/works/tradesman
create table works_reach (
  trade TEXT not null,
  organisation_id BIGINT not null references works_tradesmen (organisation_id),
  south_e6 BIGINT not null,
  north_e6 BIGINT not null,
  west_e6 BIGINT not null,
  east_e6 BIGINT not null,
  primary key (organisation_id, trade)
) {{clustered}};
create index works_reach_box on works_reach (trade, south_e6, north_e6, west_e6, east_e6, organisation_id);

-- owner: desks/works/tradesman
create table works_absences (
  id BIGINT not null primary key,
  organisation_id BIGINT not null references works_tradesmen (organisation_id),
  first_day TEXT not null,
  last_day TEXT not null,
  check (first_day <= last_day)
);
create index works_absences_organisation on works_absences (organisation_id, last_day);

-- owner: desks/works/tradesman
create table works_warnings (
  id BIGINT not null primary key,
  organisation_id BIGINT not null references works_tradesmen (organisation_id),
  mandate_id BIGINT not null,
  kind TEXT not null check (kind in ('late_cancellation')),
  given_at BIGINT not null,
  unique (mandate_id, kind)
);
create index works_warnings_organisation on works_warnings (organisation_id, given_at);

-- owner: desks/works/claim
create table works_claims (
  id BIGINT not null primary key,
  reference TEXT not null,                   -- T-2026-000123, counted per broker
  broker_id BIGINT not null references organisations (id),
  declared_by BIGINT not null,
  declared_at BIGINT not null,
  kind TEXT not null,
  loss_day TEXT,
  insured_name TEXT not null,
  insured_phone TEXT not null,
  insured_email TEXT,
  place_address TEXT not null,
  place_postal_code TEXT not null,
  place_insee TEXT not null,
  place_name TEXT not null,
  lat_e6 BIGINT not null,
  lon_e6 BIGINT not null,
  position_method TEXT not null,
  position_error_m BIGINT not null,
  description TEXT not null,
  emergency BIGINT not null check (emergency in (0, 1)),
  needed_from TEXT not null,                 -- first day the firm should be available
  insurer TEXT not null,                     -- slug, or empty when not known yet
  insurer_name TEXT not null,
  insurer_email TEXT,
  insurer_claim_number TEXT not null,
  search_key TEXT not null,                  -- folded reference, insured, place, claim number
  insured_informed BIGINT not null check (insured_informed in (0, 1)),  -- who gets his data, his free choice, the bonus (W10, W28)
  form_key TEXT not null,                    -- of the form it came from: a double click declares once
  -- What the list shows, rewritten after each act by lot/projection
  status TEXT not null check (status in ('awaiting_quote', 'in_progress', 'closed', 'abandoned')),
  detail TEXT not null,
  waiting_for TEXT not null,
  waiting_name TEXT not null,                -- of the firm that holds it, else empty
  next_due_at BIGINT,
  due_order BIGINT not null,                 -- next_due_at, or the largest number: sorts without a special case
  trades_text TEXT not null,                 -- of all lots, French labels
  -- W26
  reimbursed_on TEXT,
  closed_by_broker_at BIGINT,
  closed_at BIGINT,                          -- both closures hold (W25, W26)
  abandoned_at BIGINT,
  abandoned_reason TEXT not null default '',
  unique (broker_id, reference),
  unique (broker_id, form_key)
);
create index works_claims_recent on works_claims (broker_id, declared_at, id);
create index works_claims_status on works_claims (broker_id, status, declared_at, id);
create index works_claims_waiting on works_claims (broker_id, waiting_for, declared_at, id);
create index works_claims_due on works_claims (broker_id, due_order, id);
create index works_claims_all on works_claims (declared_at, id);
create index works_claims_all_status on works_claims (status, declared_at, id);
create index works_claims_all_due on works_claims (due_order, id);

-- How many claims stand in each tab of a broker's list: maintained with the claim, never counted on a page (P14).
-- owner: desks/works/claim
create table works_claim_counts (
  broker_id BIGINT not null,
  tab TEXT not null,
  claims BIGINT not null,
  primary key (broker_id, tab)
);

-- owner: desks/works/claim
create table works_references (
  broker_id BIGINT not null,
  year BIGINT not null,
  last_number BIGINT not null,
  primary key (broker_id, year)
);

-- owner: desks/works/lot
create table works_lots (
  id BIGINT not null primary key,
  claim_id BIGINT not null references works_claims (id),
  position BIGINT not null,
  state TEXT not null check (state in ('to_assign', 'asked', 'awaiting_quote', 'quote_received', 'quote_at_insurer',
    'quote_validated', 'quote_refused', 'job_closed', 'abandoned')),
  mandate_id BIGINT,                         -- the live one, if any
  unique (claim_id, position)
);

-- owner: desks/works/lot
create table works_lot_trades (
  lot_id BIGINT not null references works_lots (id),
  trade TEXT not null,
  primary key (lot_id, trade)
);

-- owner: desks/works/mandate
create table works_mandates (
  id BIGINT not null primary key,
  lot_id BIGINT not null references works_lots (id),
  claim_id BIGINT not null references works_claims (id),
  tradesman_id BIGINT not null references works_tradesmen (organisation_id),
  state TEXT not null check (state in ('asked', 'accepted', 'refused', 'expired', 'cancelled', 'withdrawn', 'quoted',
    'closed')),
  asked_by BIGINT not null,
  asked_at BIGINT not null,
  distance_m BIGINT not null,
  trades_text TEXT not null,                 -- of the lot, French labels: what the tradesman's list shows
  place_name TEXT not null,
  sms_sent_at BIGINT,                        -- emission: the 48 h and the 5 days start here (W15, W19)
  sms_delivered_at BIGINT,
  sms_undelivered BIGINT not null default 0 check (sms_undelivered in (0, 1)),
  answered_at BIGINT,
  answered_over TEXT not null default '',    -- 'sms', 'mail', 'space'
  ended_at BIGINT,                           -- refused, expired, cancelled, withdrawn or closed
  reason TEXT not null default ''
);
-- One live mandate per lot, whatever races (W12).
create unique index works_mandates_live on works_mandates (lot_id)
  where state in ('asked', 'accepted', 'quoted', 'closed');
create index works_mandates_lot on works_mandates (lot_id, id);
create index works_mandates_tradesman on works_mandates (tradesman_id, asked_at, id);
create index works_mandates_claim on works_mandates (claim_id, id);

-- owner: desks/works/quote
create table works_quotes (
  id BIGINT not null primary key,
  mandate_id BIGINT not null references works_mandates (id),
  lot_id BIGINT not null references works_lots (id),
  claim_id BIGINT not null references works_claims (id),
  document_id BIGINT not null,
  amount_ht BIGINT not null check (amount_ht > 0),
  amount_ttc BIGINT not null check (amount_ttc >= amount_ht),
  uploaded_at BIGINT not null,
  state TEXT not null check (state in ('received', 'at_insurer', 'validated', 'adjusted', 'refused', 'replaced')),
  sent_to_insurer_at BIGINT,
  sent_to TEXT not null default '',
  expert_visit_on TEXT,
  decided_on TEXT,
  agreed_ht BIGINT,                          -- what the insurer accepts: the quote's HT, or the adjusted amount
  decision_note TEXT not null default '',
  -- What the insured will pay and when (W24)
  excess BIGINT,
  depreciation BIGINT,
  deferred_indemnity BIGINT,
  deposit BIGINT,
  insured_signed_on TEXT,
  payment_delegation_on TEXT,
  -- For the market check (W22)
  trades_key TEXT not null,                  -- sorted trades of the lot, '+' between
  department TEXT not null
);
create unique index works_quotes_current on works_quotes (lot_id)
  where state in ('received', 'at_insurer', 'validated', 'adjusted');
create index works_quotes_mandate on works_quotes (mandate_id, id);
create index works_quotes_claim on works_quotes (claim_id, id);
create index works_quotes_market on works_quotes (trades_key, department, amount_ht);

-- owner: desks/works/closure
create table works_invoices (
  mandate_id BIGINT not null primary key references works_mandates (id),
  lot_id BIGINT not null references works_lots (id),
  claim_id BIGINT not null references works_claims (id),
  document_id BIGINT not null,
  amount_ht BIGINT not null check (amount_ht > 0),
  closed_at BIGINT not null,
  closed_by BIGINT not null
);
create index works_invoices_claim on works_invoices (claim_id);

-- What an administrator must look at: a job never closed (W25), a firm that never answers (W17)…
-- owner: desks/works/task
create table works_tasks (
  id BIGINT not null primary key,
  kind TEXT not null,
  claim_id BIGINT,
  organisation_id BIGINT,
  subject_id BIGINT not null,
  opened_at BIGINT not null,
  done_at BIGINT,
  done_by BIGINT,
  outcome TEXT not null default '',
  unique (kind, subject_id)
);
create index works_tasks_open on works_tasks (opened_at, id) where done_at is null;
