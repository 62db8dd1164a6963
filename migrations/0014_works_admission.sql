-- Desk works: how tradesmen and brokers join, the papers they prove themselves with, and how long those hold (W1 to W8).

-- owner: desks/works/admission
create table works_applications (
  organisation_id BIGINT not null primary key references organisations (id),
  role TEXT not null check (role in ('tradesman', 'broker')),
  state TEXT not null check (state in ('submitted', 'validated', 'left')),
  orias TEXT not null,                       -- of a broker, else ''
  submitted_at BIGINT not null,
  waiting_since BIGINT,                      -- the oldest paper nobody has judged yet; null: it is the applicant's turn
  decided_at BIGINT,
  decided_by BIGINT not null,                -- account
  left_at BIGINT
);
create index works_applications_waiting on works_applications (state, waiting_since, organisation_id);
create index works_applications_recent on works_applications (state, submitted_at, organisation_id);
create index works_applications_orias on works_applications (orias);

-- What a firm says it does; only what its certificate covers is ever offered (works_coverages).
-- owner: desks/works/admission
create table works_declared_trades (
  organisation_id BIGINT not null references works_applications (organisation_id),
  trade TEXT not null,
  primary key (organisation_id, trade)
) {{clustered}};

-- The latest paper of each kind; a kind without row is missing. The files before it stay with the application.
-- owner: desks/works/admission
create table works_papers (
  id BIGINT not null primary key,
  organisation_id BIGINT not null references organisations (id),
  kind TEXT not null check (kind in ('registration', 'decennale', 'liability', 'urssaf', 'bank_details', 'identity', 'orias',
    'qualification')),
  state TEXT not null check (state in ('received', 'accepted', 'refused', 'expired')),
  document_id BIGINT not null references documents (id),
  received_at BIGINT not null,
  decided_at BIGINT,
  decided_by BIGINT not null,                -- account
  reason TEXT not null,                      -- of a refusal
  valid_until TEXT not null                  -- last day; '' when it does not end
);
create unique index works_papers_kind on works_papers (organisation_id, kind);
create index works_papers_document on works_papers (document_id);

-- The checklist where an administrator changed it; elsewhere the rules' own holds (W1, W6).
-- owner: desks/works/admission
create table works_checklist (
  role TEXT not null check (role in ('tradesman', 'broker')),
  kind TEXT not null,
  need TEXT not null check (need in ('required', 'optional', 'unasked')),
  primary key (role, kind)
) {{clustered}};
