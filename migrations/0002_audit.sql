-- Append-only: a fact is never changed or removed; its seal is laid beside it once.
-- In every table: an id of 0 names nobody or nothing; instants are microseconds since 1970 (UTC).

-- owner: floor/audit
create table audit_facts (
  id              BIGINT primary key,
  at              BIGINT not null,
  cause           TEXT   not null check (cause in ('person', 'link', 'deadline', 'system')),
  account_id      BIGINT not null,
  organisation_id BIGINT not null,
  author_detail   TEXT   not null,
  code            TEXT   not null,
  file_kind       TEXT   not null,
  file_id         BIGINT not null,
  details         TEXT   not null           -- a JSON object of texts
);
create index audit_facts_of_file on audit_facts (file_kind, file_id, id);

-- owner: floor/audit
create table audit_unsealed (
  fact_id BIGINT primary key references audit_facts (id)
);

-- owner: floor/audit
create table audit_seals (
  position BIGINT primary key,              -- 1, 2, 3… without a gap
  fact_id  BIGINT not null unique references audit_facts (id),
  seal     TEXT   not null                  -- HMAC-SHA-256 in hexadecimal
);
