-- Desk works: warnings of two kinds, and proposals to deactivate a firm (W18, W20).

-- owner: desks/works/discipline
create table works_given_warnings (
  id BIGINT primary key,
  organisation_id BIGINT not null references works_tradesmen (organisation_id),
  mandate_id BIGINT not null references works_mandates (id),
  claim_id BIGINT not null,
  kind TEXT not null check (kind in ('late_cancellation', 'not_told')),
  given_at BIGINT not null
);
create unique index works_given_warnings_once on works_given_warnings (mandate_id, kind);
create index works_given_warnings_of_firm on works_given_warnings (organisation_id, given_at);

insert into works_given_warnings (id, organisation_id, mandate_id, claim_id, kind, given_at)
  select w.id, w.organisation_id, w.mandate_id, m.claim_id, w.kind, w.given_at
  from works_warnings w join works_mandates m on m.id = w.mandate_id;
drop table works_warnings;

-- owner: desks/works/discipline
create table works_deactivations (
  id BIGINT primary key,
  organisation_id BIGINT not null references works_tradesmen (organisation_id),
  ground TEXT not null check (ground in ('inactivity', 'warnings')),
  state TEXT not null check (state in ('noticed', 'proposed', 'confirmed', 'dismissed', 'lifted')),
  opened_at BIGINT not null,
  silent_since BIGINT,                       -- the last sign of life (inactivity)
  notice_until TEXT,                         -- last day of the notice (inactivity)
  decided_at BIGINT,
  decided_by BIGINT not null default 0,
  reason TEXT not null default ''
);
create unique index works_deactivations_open on works_deactivations (organisation_id)
  where state in ('noticed', 'proposed');
create index works_deactivations_state on works_deactivations (state, id);
