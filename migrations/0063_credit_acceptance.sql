-- What the file holds before the client accepts: the duty of advice (C36), the vigilance (C37).

-- owner: desks/credit/acceptance
create table credit_advice (
  placement_id BIGINT primary key references credit_placements (id),
  broker_id BIGINT not null references organisations (id),
  mandate_signed TEXT,
  orias TEXT not null,
  supervisor TEXT not null,
  complaints TEXT not null,
  insurer_links TEXT not null,
  remuneration TEXT not null,
  needs TEXT not null,
  recommendation TEXT not null,
  recommended_at BIGINT,
  acknowledged_at BIGINT,
  acknowledged_by TEXT not null default '',
  saved_at BIGINT not null
);
create index credit_advice_broker on credit_advice (broker_id, saved_at);

-- owner: desks/credit/acceptance
create table credit_vigilance (
  placement_id BIGINT primary key references credit_placements (id),
  identity_checked TEXT,
  identity_paper TEXT not null,
  owners TEXT not null check (owners in ('not_recorded', 'declared', 'none_found')),
  owners_named TEXT not null,
  exposure TEXT not null check (exposure in ('not_recorded', 'none', 'exposed')),
  exposure_measures TEXT not null,
  screening TEXT not null check (screening in ('not_done', 'clear', 'match')),
  screened_on TEXT,
  override_reason TEXT not null,
  override_by BIGINT references accounts (id),
  saved_at BIGINT not null
);
