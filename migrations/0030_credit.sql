-- Desk credit (Assurance-crédit): the placement of a policy in nine steps (C1 to C13).

-- A company to be covered, from its first call to its signed policy.
-- owner: desks/credit/placement
create table credit_placements (
  id BIGINT primary key,
  reference TEXT not null,                   -- C-2026-000123, counted per broker
  broker_id BIGINT not null references organisations (id),
  handled_by BIGINT not null references accounts (id),
  company_id BIGINT references organisations (id),  -- its own space here, when it has one
  opened_at BIGINT not null,
  form_key TEXT not null,
  company_name TEXT not null,
  siren TEXT not null,                       -- '' when not known yet
  company_size TEXT not null check (company_size in ('very_small', 'small_or_medium', 'intermediate', 'large',
                                                     'association')),
  contact_name TEXT not null,
  contact_email TEXT not null,               -- '' when not known
  contact_phone TEXT not null,               -- E.164, '' when not known
  channel TEXT not null check (channel in ('phone', 'email')),
  need TEXT not null check (need in ('credit_insurance', 'factoring', 'advice', 'existing_policy')),
  notes TEXT not null,
  search_key TEXT not null,
  step TEXT not null check (step in ('contact', 'information', 'analysis', 'submission', 'quotes', 'presentation',
                                     'acceptance', 'issuance', 'signature', 'in_force', 'abandoned')),
  waiting_for TEXT not null check (waiting_for in ('broker', 'company', 'insurers', 'nobody')),
  waiting_name TEXT not null,
  next_due_at BIGINT,
  due_order BIGINT not null,
  buyers BIGINT not null default 0,          -- of the risk photograph
  exposure BIGINT not null default 0,        -- cents, of all of them
  abandoned_reason TEXT not null default ''
);
create unique index credit_placements_reference on credit_placements (broker_id, reference);
create unique index credit_placements_form on credit_placements (broker_id, form_key);
create index credit_placements_recent on credit_placements (broker_id, opened_at, id);
create index credit_placements_due on credit_placements (broker_id, due_order, id);
create index credit_placements_step on credit_placements (broker_id, step, opened_at, id);
create index credit_placements_waiting on credit_placements (broker_id, waiting_for, opened_at, id);
create index credit_placements_company on credit_placements (company_id, id);

-- owner: desks/credit/placement
create table credit_placement_counts (
  broker_id BIGINT not null,
  tab TEXT not null,
  placements BIGINT not null,
  primary key (broker_id, tab)
) {{clustered}};

-- owner: desks/credit/placement
create table credit_references (
  broker_id BIGINT not null,
  year BIGINT not null,
  last_number BIGINT not null,
  primary key (broker_id, year)
) {{clustered}};

-- The plan (C13): when each step is expected to end, and when it did.
-- owner: desks/credit/placement
create table credit_placement_steps (
  placement_id BIGINT not null references credit_placements (id),
  step TEXT not null,
  expected_on TEXT not null,
  done_at BIGINT,
  primary key (placement_id, step)
) {{clustered}};
